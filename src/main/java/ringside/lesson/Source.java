package ringside.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import ringside.config.BadInput;
import ringside.config.CommandWords;
import ringside.config.Place;
import ringside.config.Reach;
import ringside.config.Units;
import ringside.config.YamlValue;
import ringside.lesson.expression.BadExpression;
import ringside.lesson.expression.Expression;
import ringside.lesson.expression.Value;
import ringside.lesson.expression.Vocabulary;
import ringside.world.Scenario;

/** The text of a lesson's file, and how its small pieces are read: commands, expressions, templates. */
final class Source {
    private static final double MOST = 1e15;
    private static final Pattern FACT = Pattern.compile("\\{([^{}]+?)(?: %)?\\}");

    private final String file;
    private final List<String> lines;
    private final Path folder;
    private final Vocabulary vocabulary;

    private Source(String file, List<String> lines, Path folder, Vocabulary vocabulary) {
        this.file = file;
        this.lines = lines;
        this.folder = folder;
        this.vocabulary = vocabulary;
    }

    /** The text of a file in a folder, outside of which nothing is read. */
    static Source of(String file, String text, Path folder) {
        return new Source(file, text.lines().toList(), folder, FactBook.vocabulary());
    }

    /** The same, of which more words are known. */
    Source with(Vocabulary other) {
        return new Source(file, lines, folder, other);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Place place(int line, int column) {
        return new Place(file, line, column);
    }

    String file() {
        return file;
    }

    /** One command a line; empty lines and those that begin with {@code #} are left out. */
    List<Words> commands(List<String> written, int firstLine) {
        var commands = new ArrayList<Words>();
        eachLine(written, firstLine, (at, text) -> commands.add(command(at, text)));
        return commands;
    }

    /** One claim a line, in the same manner. */
    List<Block.Claim> claims(List<String> written, int firstLine) {
        var claims = new ArrayList<Block.Claim>();
        eachLine(written, firstLine, (at, text) -> claims.add(claim(at, text)));
        return claims;
    }

    private void eachLine(List<String> written, int firstLine, BiConsumer<Place, String> reader) {
        for (int i = 0; i < written.size(); i++) {
            var text = written.get(i).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                reader.accept(place(firstLine + i, written.get(i).indexOf(text) + 1), text);
            }
        }
    }

    Words command(YamlValue value) {
        return command(beginning(value, value.text()), value.text());
    }

    private static Words command(Place at, String text) {
        return new Words(at, text, CommandWords.read(at, text, Reach.THIS_MACHINE));
    }

    /** Words that may begin with the time at which they are said, such as {@code 20s drain B}. */
    Block.TimedWords timed(YamlValue value) {
        var text = value.text();
        var parts = text.split("\\s+", 2);
        if (parts.length < 2 || !parts[0].matches("\\d.*")) {
            return new Block.TimedWords(Duration.ZERO, command(value));
        }
        var at = beginning(value, text);
        int before = text.length() - parts[1].length();
        return new Block.TimedWords(
                value.text(_ -> Units.duration(parts[0])),
                command(new Place(at.file(), at.line(), at.column() + before), parts[1]));
    }

    /** A scenario that is written out, or that stands in a file beside this one. */
    Scenario scenario(YamlValue value) {
        return ScenarioSource.read(value, file, folder);
    }

    Block.Claim claim(YamlValue value) {
        return claim(beginning(value, value.text()), value.text());
    }

    private Block.Claim claim(Place at, String text) {
        return new Block.Claim(at, text, condition(at, text));
    }

    Expression condition(YamlValue value) {
        return condition(beginning(value, value.text()), value.text());
    }

    private Expression condition(Place at, String text) {
        var expression = expression(at, text);
        if (expression.kind() != Value.Kind.TRUTH) {
            throw new BadInput(
                    at, "this is " + expression.kind() + "; a condition compares, such as remap.moved == 313");
        }
        return expression;
    }

    /** An expression, or a plain number. */
    Expression expression(YamlValue value) {
        var text = value.isText() ? value.text() : Units.of(value.number(0, MOST));
        return expression(beginning(value, text), text);
    }

    Expression expression(Place at, String text) {
        try {
            return Expression.read(text, vocabulary);
        } catch (BadExpression e) {
            int column = text.contains("\n") ? 0 : e.column() - 1;
            throw new BadInput(new Place(at.file(), at.line(), at.column() + column), String.valueOf(e.getMessage()));
        }
    }

    /** An expression that was made of what stands at a place. */
    Expression made(Place at, String text) {
        try {
            return Expression.read(text, vocabulary);
        } catch (BadExpression e) {
            throw new BadInput(at, String.valueOf(e.getMessage()));
        }
    }

    Template template(YamlValue value) {
        return new TemplateReader(
                        this, beginning(value, value.text()), value.text().strip())
                .read();
    }

    /** A text that is shown as it is written. @throws BadInput when it asks for facts */
    String words(YamlValue value) {
        stays(beginning(value, value.text()), value.text());
        return value.text();
    }

    /** Refuses facts in a text that is shown as it is written. */
    void stays(Place at, String text) {
        FACT.matcher(text)
                .results()
                .filter(found -> asks(found.group(1)))
                .findFirst()
                .ifPresent(found -> {
                    throw new BadInput(
                            text.contains("\n") ? at : new Place(at.file(), at.line(), at.column() + found.start()),
                            "no fact is filled in here, so " + found.group()
                                    + " would stay as it is; ask for it in the text of"
                                    + " the step, in a question or in what is said to an answer");
                });
    }

    private boolean asks(String written) {
        try {
            var _ = Expression.read(written, vocabulary);
            return true;
        } catch (BadExpression _) {
            return false;
        }
    }

    /** Where the first character of a value stands, behind its quote if it has one. */
    private Place beginning(YamlValue value, String text) {
        var at = value.place();
        var line = at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
        boolean quoted = at.column() <= line.length()
                && "\"'".indexOf(line.charAt(at.column() - 1)) >= 0
                && !line.startsWith(text, at.column() - 1);
        return quoted ? new Place(at.file(), at.line(), at.column() + 1) : at;
    }
}
