package ringside.lesson.expression;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question about a world, read and found to make sense. */
public sealed interface Expression {
    /** What it is worth, given the facts. */
    Value of(Facts facts);

    /** The kind of its value. */
    Value.Kind kind();

    /** Whether it holds; only for one whose kind is {@link Value.Kind#TRUTH}. */
    default boolean holds(Facts facts) {
        return of(facts).holds();
    }

    /** Reads an expression. @throws BadExpression when it makes no sense */
    static Expression read(String text, Vocabulary vocabulary) throws BadExpression {
        return Parser.parse(text, vocabulary);
    }

    /** The facts it asks for, at any depth. */
    default Stream<Fact> facts() {
        return switch (this) {
            case Literal(var _) -> Stream.empty();
            case Fact fact ->
                Stream.concat(Stream.of(fact), fact.arguments().stream().flatMap(Expression::facts));
            case Not(var inner) -> inner.facts();
            case Both(var left, var right) -> Stream.concat(left.facts(), right.facts());
            case Either(var left, var right) -> Stream.concat(left.facts(), right.facts());
            case Comparison(var left, var _, var right) -> Stream.concat(left.facts(), right.facts());
            case Sum(var left, var _, var right) -> Stream.concat(left.facts(), right.facts());
            case Call(var _, var arguments) -> arguments.stream().flatMap(Expression::facts);
            case When(var condition, var yes, var no) ->
                Stream.of(condition, yes, no).flatMap(Expression::facts);
        };
    }

    /** A value that is written out. */
    record Literal(Value value) implements Expression {
        @Override
        public Value of(Facts facts) {
            return value;
        }

        @Override
        public Value.Kind kind() {
            return value.kind();
        }
    }

    /** Something to be asked of the world. */
    record Fact(Signature signature, List<Expression> arguments) implements Expression {
        @Override
        public Value of(Facts facts) {
            return facts.of(
                    signature.name(), arguments.stream().map(a -> a.of(facts)).toList());
        }

        @Override
        public Value.Kind kind() {
            return signature.result();
        }

        /** How it is written, as far as its arguments are written out. */
        public String written() {
            return arguments.isEmpty()
                    ? signature.name()
                    : signature.name()
                            + arguments.stream()
                                    .map(a -> a instanceof Literal(Value.Text(var text)) ? text : "…")
                                    .collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /** Not. */
    record Not(Expression inner) implements Expression {
        @Override
        public Value of(Facts facts) {
            return Value.of(!inner.holds(facts));
        }

        @Override
        public Value.Kind kind() {
            return Value.Kind.TRUTH;
        }
    }

    /** And. */
    record Both(Expression left, Expression right) implements Expression {
        @Override
        public Value of(Facts facts) {
            return Value.of(left.holds(facts) && right.holds(facts));
        }

        @Override
        public Value.Kind kind() {
            return Value.Kind.TRUTH;
        }
    }

    /** Or. */
    record Either(Expression left, Expression right) implements Expression {
        @Override
        public Value of(Facts facts) {
            return Value.of(left.holds(facts) || right.holds(facts));
        }

        @Override
        public Value.Kind kind() {
            return Value.Kind.TRUTH;
        }
    }

    /** Two values compared; text only for being the same or not. */
    record Comparison(Expression left, Sign sign, Expression right) implements Expression {
        @Override
        public Value of(Facts facts) {
            return Value.of(sign.holds(left.of(facts), right.of(facts)));
        }

        @Override
        public Value.Kind kind() {
            return Value.Kind.TRUTH;
        }
    }

    /** Two numbers added, subtracted, multiplied or divided; divided by nothing makes 0. */
    record Sum(Expression left, char sign, Expression right) implements Expression {
        @Override
        public Value of(Facts facts) {
            double a = left.of(facts).number();
            double b = right.of(facts).number();
            return Value.of(
                    switch (sign) {
                        case '+' -> a + b;
                        case '-' -> a - b;
                        case '*' -> a * b;
                        default -> b == 0 ? 0 : a / b;
                    });
        }

        @Override
        public Value.Kind kind() {
            return Value.Kind.NUMBER;
        }
    }

    /** A function of numbers. */
    record Call(Arithmetic function, List<Expression> arguments) implements Expression {
        @Override
        public Value of(Facts facts) {
            return function.of(
                    arguments.stream().mapToDouble(a -> a.of(facts).number()).toArray());
        }

        @Override
        public Value.Kind kind() {
            return function.result();
        }
    }

    /** One of two values, as a condition has it. */
    record When(Expression condition, Expression yes, Expression no) implements Expression {
        @Override
        public Value of(Facts facts) {
            return condition.holds(facts) ? yes.of(facts) : no.of(facts);
        }

        @Override
        public Value.Kind kind() {
            return yes.kind();
        }
    }
}
