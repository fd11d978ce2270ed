package ringside.lesson.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into its pieces. */
final class Lexer {
    private static final int LONGEST = 2000;
    private static final List<String> SIGNS =
            List.of("==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ",");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> cut(String text) throws BadExpression {
        if (text.length() > LONGEST) {
            throw new BadExpression(1, "an expression has at most " + LONGEST + " characters");
        }
        return new Lexer(text).all();
    }

    private List<Token> all() throws BadExpression {
        var tokens = new ArrayList<Token>();
        while (true) {
            skipBlanks();
            if (at == text.length()) {
                tokens.add(new Token(Token.Kind.END, "", at + 1));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Token next() throws BadExpression {
        char first = text.charAt(at);
        if (Character.isDigit(first)) {
            return number();
        }
        if (Character.isLetter(first) || first == '_') {
            return name();
        }
        return first == '"' || first == '\'' ? quoted(first) : sign();
    }

    private Token number() throws BadExpression {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        var digits = text.substring(from, at);
        if (!digits.matches("\\d{1,15}(\\.\\d{1,15})?")) {
            throw new BadExpression(from + 1, "\"" + digits + "\" is no number; write it like 313 or 31.3");
        }
        if (at < text.length() && text.charAt(at) == '%') {
            at++;
            return new Token(Token.Kind.PERCENT, digits, from + 1);
        }
        return new Token(Token.Kind.NUMBER, digits, from + 1);
    }

    private Token name() {
        int from = at;
        while (at < text.length() && (partOfName(text.charAt(at)) || joins())) {
            at++;
        }
        return new Token(Token.Kind.NAME, text.substring(from, at), from + 1);
    }

    private static boolean partOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private boolean joins() {
        char c = text.charAt(at);
        return (c == '-' || c == '.' || c == ':') && at + 1 < text.length() && partOfName(text.charAt(at + 1));
    }

    private Token quoted(char quote) throws BadExpression {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new BadExpression(at + 1, "the text that begins here has no closing " + quote);
        }
        var token = new Token(Token.Kind.QUOTED, text.substring(at + 1, end), at + 1);
        at = end + 1;
        return token;
    }

    private Token sign() throws BadExpression {
        for (var sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Token.Kind.SIGN, sign, at - sign.length() + 1);
            }
        }
        throw new BadExpression(at + 1, "\"" + text.charAt(at) + "\" means nothing here" + meant());
    }

    private String meant() {
        return switch (text.charAt(at)) {
            case '=' -> "; write == to compare";
            case '&' -> "; write and";
            case '|' -> "; write or";
            case '!' -> "; write not, or != to compare";
            default -> "; use == != < <= > >= + - * / and or not ( )";
        };
    }
}
