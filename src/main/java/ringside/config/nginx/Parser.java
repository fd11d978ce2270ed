package ringside.config.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.Place;

/** Puts words together to directives, and included files in their place, within bounds. */
final class Parser {
    private static final int DEEPEST = 50;
    private static final int MOST_DIRECTIVES = 100_000;
    private static final int MOST_IN_A_BLOCK = 20_000;
    private static final int MOST_WORDS = 10_000;
    private static final int MOST_FILES = 200;

    private final Includes includes;
    private final Notes notes;
    private final List<String> chain = new ArrayList<>();
    private int depth;
    private int directives;
    private int files;
    private int characters;

    Parser(Includes includes, Notes notes) {
        this.includes = includes;
        this.notes = notes;
    }

    /** The directives of a file. @throws BadInput when it is not written as nginx wants it */
    List<Directive> file(String name, String text) {
        return file(name, text, name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }

    private List<Directive> file(String name, String text, String key) {
        characters += text.length();
        if (characters > NginxConf.LONGEST) {
            throw new BadInput(
                    Place.startOf(name),
                    "this configuration has more than " + NginxConf.LONGEST + " characters; it should have fewer");
        }
        chain.add(key);
        var all = new ArrayList<Directive>();
        var lexer = new Lexer(name, text);
        for (var token = lexer.next(); !(token instanceof Token.End); token = lexer.next()) {
            if (token instanceof Token.Mark(var place, char sign) && sign == '}') {
                throw new BadInput(place, "this } closes nothing; remove it, or open a block with { before it");
            }
            directive(token, lexer, all);
        }
        chain.removeLast();
        return all;
    }

    private List<Directive> block(Word name, Lexer lexer) {
        if (++depth > DEEPEST) {
            throw name.wrong("is nested more than " + DEEPEST + " deep; it should be flatter");
        }
        var inside = new ArrayList<Directive>();
        while (true) {
            if (inside.size() > MOST_IN_A_BLOCK) {
                throw name.wrong("has more than " + MOST_IN_A_BLOCK + " directives in its block; it should have fewer");
            }
            switch (lexer.next()) {
                case Token.End(var _) ->
                    throw name.wrong("has a block that is not closed before the end of the file; add a }");
                case Token.Mark(var _, char sign)
                when sign == '}' -> {
                    depth--;
                    return inside;
                }
                case Token token -> directive(token, lexer, inside);
            }
        }
    }

    private void directive(Token first, Lexer lexer, List<Directive> to) {
        if (!(first instanceof Token.Text(var name))) {
            throw new BadInput(
                    first.place(),
                    "this " + (first instanceof Token.Mark mark ? mark.sign() : ' ')
                            + " has no directive before it; remove it, or name one");
        }
        if (++directives > MOST_DIRECTIVES) {
            throw name.wrong("is one directive too many; a configuration may have " + MOST_DIRECTIVES);
        }
        var arguments = new ArrayList<Word>();
        boolean opened = arguments(name, lexer, arguments);
        var directive = new Directive(name, arguments, opened ? Optional.of(block(name, lexer)) : Optional.empty());
        if (name.text().equals("include")) {
            include(directive, to);
        } else {
            to.add(directive);
        }
    }

    /** Reads the words behind a directive's name; true when a block follows, false when a semicolon ended it. */
    private static boolean arguments(Word name, Lexer lexer, List<Word> arguments) {
        while (true) {
            switch (lexer.next()) {
                case Token.Text(var word) -> arguments.add(word);
                case Token.Mark(var place, char sign)
                when sign == '}' ->
                    throw new BadInput(
                            place,
                            "a ; is missing before this }, at the end of " + name + " on line "
                                    + name.place().line());
                case Token.Mark(var _, char sign) -> {
                    return sign == '{';
                }
                case Token.End(var _) -> throw name.wrong("is not ended before the end of the file; add a ;");
            }
            if (arguments.size() > MOST_WORDS) {
                throw name.wrong("has more than " + MOST_WORDS + " words; is a ; missing?");
            }
        }
    }

    private void include(Directive include, List<Directive> to) {
        if (include.block().isPresent() || include.arguments().size() != 1) {
            throw include.wrong("takes the name of one file; write include NAME;");
        }
        var word = include.argument(0);
        if (++files > MOST_FILES) {
            throw include.wrong("is used too often; a configuration may have " + MOST_FILES + " of them");
        }
        switch (includes.find(word.text())) {
            case Includes.Included.Left(var why) -> notes.add(word, "is left out: " + why);
            case Includes.Included.Found(var key, var text) -> {
                if (chain.contains(key)) {
                    throw word.wrong("includes itself: " + String.join(" includes ", chain) + " includes " + key
                            + "; remove one of them");
                }
                to.addAll(file(key, text, key));
            }
        }
    }
}
