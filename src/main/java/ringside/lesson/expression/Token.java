package ringside.lesson.expression;

/**
 * One piece of an expression.
 *
 * @param kind what it is
 * @param text as it was written, without quotes
 * @param column where it begins, counted from 1
 */
record Token(Kind kind, String text, int column) {
    enum Kind {
        NUMBER,
        PERCENT,
        NAME,
        QUOTED,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }

    String shown() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
