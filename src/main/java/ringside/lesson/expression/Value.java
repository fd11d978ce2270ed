package ringside.lesson.expression;

/** What an expression is worth. */
public sealed interface Value {
    /** A number. */
    record Amount(double number) implements Value {}

    /** Words, such as a server's name. */
    record Text(String text) implements Value {}

    /** Yes or no. */
    record Truth(boolean holds) implements Value {}

    /** The three kinds of value. */
    enum Kind {
        NUMBER("a number"),
        TEXT("text"),
        TRUTH("yes or no");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Which kind it is. */
    default Kind kind() {
        return switch (this) {
            case Amount(var _) -> Kind.NUMBER;
            case Text(var _) -> Kind.TEXT;
            case Truth(var _) -> Kind.TRUTH;
        };
    }

    /** A number. */
    static Value of(double number) {
        return new Amount(number);
    }

    /** Words. */
    static Value of(String text) {
        return new Text(text);
    }

    /** Yes or no. */
    static Value of(boolean holds) {
        return new Truth(holds);
    }

    /** The number it is. @throws IllegalStateException when it is none, which the parser rules out */
    default double number() {
        if (this instanceof Amount(var number)) {
            return number;
        }
        throw new IllegalStateException(this + " is no number");
    }

    /** The truth it is. @throws IllegalStateException when it is none, which the parser rules out */
    default boolean holds() {
        if (this instanceof Truth(var holds)) {
            return holds;
        }
        throw new IllegalStateException(this + " is not yes or no");
    }
}
