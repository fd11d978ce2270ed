package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.List;
import ringside.config.BadInput;
import ringside.config.Place;

/** Takes a file apart into lines and words, as HAProxy does. */
final class Lexer {
    /*
     * A line is a line: nothing continues it. Blanks part words; "weak" quotes hold blanks and fill in variables, 'strong'
     * ones hold anything. A backslash outside strong quotes makes the next character plain, or stands for itself before
     * one that has no need of it. A number sign outside quotes ends the line. All of this was tried on HAProxy 2.6.12.
     */
    private static final int LONGEST = 4 * 1024 * 1024;
    private static final int MOST_WORDS = 64;
    private static final String BLANKS = " \t\u000b\f";
    private static final String ENDS = "\n\r#";
    private static final char NONE = 0;

    private final String file;
    private final String text;
    private final StringBuilder word = new StringBuilder();
    private int at;
    private int line = 1;
    private int lineStart;
    private char quote = NONE;
    private boolean variable;

    private Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The lines that say something. */
    static List<Line> lines(String file, String text) {
        if (text.length() > LONGEST) {
            throw new BadInput(Place.startOf(file), "the file is longer than " + LONGEST + " characters; split it");
        }
        var lexer = new Lexer(file, text);
        var lines = new ArrayList<Line>();
        while (lexer.at < text.length()) {
            var words = lexer.line();
            if (!words.isEmpty()) {
                lines.add(new Line(words));
            }
        }
        return lines;
    }

    private List<Word> line() {
        var words = new ArrayList<Word>();
        for (skip(BLANKS); at < text.length() && ENDS.indexOf(here()) < 0; skip(BLANKS)) {
            if (words.size() == MOST_WORDS) {
                throw wrong("a line has at most " + MOST_WORDS + " words in HAProxy; use shorter or fewer ones");
            }
            words.add(word());
        }
        toNext();
        return words;
    }

    private void toNext() {
        int end = text.indexOf('\n', at);
        for (int rest = at; rest < end; rest++) {
            if (text.charAt(rest) == '\0') {
                at = rest;
                throw wrong("a NUL character stands here; take it out");
            }
        }
        if (at < text.length() && here() == '\r' && at + 1 != end) {
            throw wrong("a carriage return stands within the line; end lines with a line feed");
        }
        if (end < 0) {
            at = text.length();
            throw wrong("the last line has no line break, so HAProxy takes the file for cut off; end it with one");
        }
        at = end + 1;
        line++;
        lineStart = at;
    }

    private Word word() {
        var place = place();
        var opened = place;
        word.setLength(0);
        variable = false;
        while (at < text.length() && (quote != NONE || (BLANKS + ENDS).indexOf(here()) < 0)) {
            char c = here();
            if (c == '\n') {
                throw new BadInput(opened, "this quote is not closed; add " + quote + " before the line ends");
            }
            if (quote == NONE && (c == '"' || c == '\'')) {
                opened = place();
                quote = c;
                at++;
            } else if (quote != NONE && c == quote) {
                quote = NONE;
                at++;
            } else {
                letter(c);
            }
        }
        if (quote != NONE) {
            throw new BadInput(opened, "this quote is not closed; add " + quote + " before the line ends");
        }
        return new Word(word.toString(), place, variable);
    }

    private void letter(char c) {
        if (c == '\0') {
            throw wrong("a NUL character stands here; take it out");
        }
        if (c == '\\' && quote != '\'') {
            escape();
            return;
        }
        if (c == '$' && quote == '"') {
            variable();
        }
        word.append(c);
        at++;
    }

    private void escape() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        char meant = switch (next) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'x' -> hex();
            case ' ', '\\', '#', '\'', '"' -> next;
            default -> quote == '"' && next == '$' ? next : NONE;
        };
        if (meant == NONE) {
            word.append('\\');
            at++;
        } else {
            word.append(meant);
            at += next == 'x' ? 4 : 2;
        }
    }

    private char hex() {
        int high = digit(at + 2);
        int low = digit(at + 3);
        if (high < 0 || low < 0 || high + low == 0) {
            throw wrong("\\x wants two hexadecimal digits that are not both 0, such as \\x20");
        }
        return (char) (16 * high + low);
    }

    private int digit(int where) {
        return where < text.length() ? Character.digit(text.charAt(where), 16) : -1;
    }

    private void variable() {
        boolean braced = text.startsWith("{", at + 1);
        int first = at + (braced ? 2 : 1);
        char c = first < text.length() ? text.charAt(first) : '\n';
        if (c != '_' && c != '.' && !Character.isLetter(c)) {
            throw wrong("a variable's name begins with a letter or an underscore; write \\$ for a dollar sign");
        }
        int end = first;
        while (braced && end < text.length() && "}\"\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (braced && !text.startsWith("}", end)) {
            throw wrong("this variable's brace is not closed; add }");
        }
        variable = true;
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(here()) >= 0) {
            at++;
        }
    }

    private char here() {
        return text.charAt(at);
    }

    private Place place() {
        return new Place(file, line, at - lineStart + 1);
    }

    private BadInput wrong(String what) {
        return new BadInput(place(), what);
    }
}
