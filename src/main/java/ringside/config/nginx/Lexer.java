package ringside.config.nginx;

import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;

/** Cuts a configuration's text into words and marks, exactly where nginx does. */
final class Lexer {
    /*
     * nginx's ngx_conf_read_token. A semicolon and an opening brace end a word that has no quotes, unless the brace comes
     * after a dollar sign; a closing brace and a # mean something only where a word could begin, so "weight=1}" is one word.
     * After a backslash any character is plain, and the backslash itself goes before a quote or another one only. A word has
     * to fit into nginx's buffer.
     */
    private static final int LONGEST_WORD = 4096;
    private static final String BLANKS = " \t\r\n";
    private static final String AFTER_QUOTES = BLANKS + ";{)";

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;

    Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The next word or mark; the end, again and again, when there is none. */
    Token next() {
        skipBlanksAndComments();
        var place = here();
        if (at == text.length()) {
            return new Token.End(place);
        }
        char first = text.charAt(at);
        return switch (first) {
            case ';', '{', '}' -> {
                step();
                yield new Token.Mark(place, first);
            }
            case '"', '\'' -> new Token.Text(quoted(place, first));
            default -> new Token.Text(plain(place));
        };
    }

    private Word quoted(Place place, char quote) {
        step();
        int start = at;
        while (at < text.length() && text.charAt(at) != quote) {
            stepOverEscape();
            if (at - start > LONGEST_WORD) {
                break;
            }
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            throw new BadInput(
                    place, "the quote that opens here is not closed; add a " + quote + " where the word ends");
        }
        var inside = text.substring(start, at);
        step();
        if (at < text.length() && AFTER_QUOTES.indexOf(text.charAt(at)) < 0) {
            throw new BadInput(
                    here(),
                    "\"" + Printable.line(text.substring(at, text.offsetByCodePoints(at, 1)))
                            + "\" follows a quote at once; put a blank or a ; between them");
        }
        return new Word(place, unescaped(inside));
    }

    private Word plain(Place place) {
        int start = at;
        boolean dollar = false;
        while (at < text.length() && !endsWord(text.charAt(at), dollar)) {
            char c = text.charAt(at);
            dollar = c == '$' || (dollar && c == '{');
            stepOverEscape();
            if (at - start > LONGEST_WORD) {
                throw new BadInput(
                        place,
                        "this word goes on for more than " + LONGEST_WORD
                                + " characters; nginx reads shorter ones only");
            }
        }
        return new Word(place, unescaped(text.substring(start, at)));
    }

    private static boolean endsWord(char c, boolean dollar) {
        return BLANKS.indexOf(c) >= 0 || c == ';' || (c == '{' && !dollar);
    }

    private void skipBlanksAndComments() {
        boolean comment = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            comment = c != '\n' && (comment || c == '#');
            if (!comment && BLANKS.indexOf(c) < 0) {
                return;
            }
            step();
        }
    }

    private void stepOverEscape() {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            step();
        }
        step();
    }

    private void step() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(c)) {
            column++;
        }
    }

    private Place here() {
        return new Place(file, line, column);
    }

    private static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            char next = c == '\\' && i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
            int escape = "\"'\\trn".indexOf(next);
            plain.append(escape < 0 ? c : "\"'\\\t\r\n".charAt(escape));
            i += escape < 0 ? 0 : 1;
        }
        return plain.toString();
    }
}
