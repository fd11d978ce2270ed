package ringside.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The words of one line, read from left to right; what is wrong is told with its column and the right form. */
final class Words {
    /** A word, the column it begins in, from 0, and whether it was in quotes. */
    private record Word(int column, String text, boolean quoted) {}

    private final Place start;
    private final Reach reach;
    private final List<Word> words;
    private final int end;
    private String form = "";
    private int next;

    /** The words of a line that begins at a place. */
    Words(Place start, String line, Reach reach) {
        this.start = start;
        this.reach = reach;
        this.end = line.length();
        this.words = split(line);
    }

    /** Tells what the line should look like, for messages. */
    void expect(String rightForm) {
        form = "; write `" + rightForm + "`";
    }

    /** How far away a server may be that a command adds. */
    Reach reach() {
        return reach;
    }

    boolean done() {
        return next == words.size();
    }

    /** Where the next word begins, or the end of the line. */
    Place here() {
        return at(done() ? end : words.get(next).column());
    }

    /** Whether the next word is this one, without quotes. */
    boolean nextIs(String word) {
        return !done() && !words.get(next).quoted() && words.get(next).text().equals(word);
    }

    /** The next word, which must be there, as a file would have it. */
    YamlNode scalar(String what) {
        var place = here();
        var text = next(what);
        return new YamlNode.Scalar(place, text, !words.get(next - 1).quoted());
    }

    /** The next word, which must be there, as the text that a file would have in quotes. */
    YamlNode text(String what) {
        var place = here();
        return new YamlNode.Scalar(place, next(what), false);
    }

    /** The next word, which must be there. */
    String next(String what) {
        if (done()) {
            throw bad(end, what + " is missing" + form);
        }
        return words.get(next++).text();
    }

    /** Takes the next word if it is this one. */
    boolean took(String word) {
        if (done() || !words.get(next).text().equals(word)) {
            return false;
        }
        next++;
        return true;
    }

    /** Takes the next word, which must be this one. */
    void require(String word) {
        if (!next("`" + word + "`").equals(word)) {
            throw wrong("here stands `" + word + "`" + form);
        }
    }

    /** The next word, understood by a function whose {@link IllegalArgumentException} says what is wrong with it. */
    <T> T next(String what, Function<String, T> meaning) {
        var word = next(what);
        return checked(() -> meaning.apply(word));
    }

    int whole(String what, int least, int most) {
        return next(what, word -> {
            if (Units.isWhole(word) && Long.parseLong(word) >= least && Long.parseLong(word) <= most) {
                return Integer.parseInt(word);
            }
            throw new IllegalArgumentException(
                    what + " is a whole number from " + least + " to " + most + ", not " + Printable.brief(word));
        });
    }

    Duration duration(String what, int leastMillis, int mostMillis) {
        return next(what, word -> {
            var duration = Units.duration(word);
            var least = Duration.ofMillis(leastMillis);
            var most = Duration.ofMillis(mostMillis);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
            throw new IllegalArgumentException(
                    what + " is " + Units.of(least) + " to " + Units.of(most) + ", not " + Printable.brief(word));
        });
    }

    double number(String what) {
        return next(what, word -> {
            if (Units.isNumber(word)) {
                return Double.parseDouble(word);
            }
            throw new IllegalArgumentException(what + " is a number, not " + Printable.brief(word));
        });
    }

    /** What is made of the words read so far; an {@link IllegalArgumentException} is told at the last of them. */
    <T> T checked(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            var message = String.valueOf(e.getMessage());
            throw wrong(message.contains("; write ") ? message : message + form);
        }
    }

    /** That something is wrong with the last word. */
    BadInput wrong(String what) {
        return bad(next == 0 ? 0 : words.get(next - 1).column(), what);
    }

    /** That the last word is none of those that can stand there. */
    BadInput unknown(String what, List<String> known) {
        var word = words.get(next - 1).text();
        return wrong(what + " `" + Printable.brief(word) + "`" + Nearest.hint(word, known));
    }

    /** Makes sure that no words are left over. */
    void end() {
        if (!done()) {
            var extra = words.get(next);
            throw bad(extra.column(), "`" + Printable.brief(extra.text()) + "` is one word too many" + form);
        }
    }

    private BadInput bad(int column, String what) {
        return new BadInput(at(column), what);
    }

    private Place at(int column) {
        return new Place(start.file(), start.line(), start.column() + column);
    }

    private List<Word> split(String line) {
        var split = new ArrayList<Word>();
        int at = 0;
        while (at < line.length()) {
            if (Character.isWhitespace(line.charAt(at))) {
                at++;
            } else if (line.charAt(at) == '"') {
                int close = closing(line, at);
                split.add(new Word(at, unquoted(line, at + 1, close), true));
                at = close + 1;
            } else {
                int from = at;
                while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                    at++;
                }
                split.add(new Word(from, line.substring(from, at), false));
            }
        }
        return split;
    }

    private int closing(String line, int open) {
        int at = open + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= line.length()) {
            throw bad(open, "this quote is not closed; write \"…\"");
        }
        return at;
    }

    private String unquoted(String line, int from, int to) {
        var text = new StringBuilder();
        for (int at = from; at < to; at++) {
            char c = line.charAt(at);
            if (c != '\\') {
                text.append(c);
            } else if (line.charAt(++at) != 'u') {
                text.append(line.charAt(at));
            } else if (at + 4 < to && line.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
                text.append((char) Integer.parseInt(line.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                throw bad(at - 1, "this escape is not understood; write \\\\, \\\" or \\u0041");
            }
        }
        return text.toString();
    }

    /** A text as one word, in quotes when it needs them. */
    static String quoted(String text) {
        if (text.matches("[!#-\\[\\]-~][!-~&&[^\\\\]]*")) {
            return text;
        }
        return "\"" + escaped(text) + "\"";
    }

    /** A text as it stands between double quotes. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7f) {
                escaped.append((char) c);
            } else {
                escaped.append(String.format("\\u%04x", c));
            }
        });
        return escaped.toString();
    }
}
