package ringside.lesson.expression;

/** An expression that can't be read: where, and what would be right. */
public final class BadExpression extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    /** A mistake at a column of the expression, counted from 1. */
    public BadExpression(int column, String message) {
        super(message);
        this.column = column;
    }

    /** Where in the expression, counted from 1. */
    public int column() {
        return column;
    }
}
