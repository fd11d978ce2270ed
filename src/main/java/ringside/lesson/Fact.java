package ringside.lesson;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import ringside.engine.ServerId;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;

/** One fact: how it is asked for, and how it is found. */
record Fact(Signature signature, BiFunction<Moment, List<Value>, Value> found) {
    Value at(Moment moment, List<Value> arguments) {
        return found.apply(moment, arguments);
    }

    String key() {
        return signature.name() + "/" + signature.parameters().size();
    }

    static Fact number(String name, String sentence, ToDoubleFunction<Moment> found) {
        return new Fact(
                new Signature(name, List.of(), Value.Kind.NUMBER, sentence),
                (m, _) -> Value.of(found.applyAsDouble(m)));
    }

    static Fact text(String name, String sentence, Function<Moment, String> found) {
        return new Fact(new Signature(name, List.of(), Value.Kind.TEXT, sentence), (m, _) -> Value.of(found.apply(m)));
    }

    static Fact truth(String name, String sentence, Predicate<Moment> found) {
        return new Fact(new Signature(name, List.of(), Value.Kind.TRUTH, sentence), (m, _) -> Value.of(found.test(m)));
    }

    static Fact numberOf(String name, String sentence, ToDoubleBiFunction<Moment, ServerId> found) {
        return ofServer(name, Value.Kind.NUMBER, sentence, (m, s) -> Value.of(found.applyAsDouble(m, s)));
    }

    static Fact textOf(String name, String sentence, BiFunction<Moment, ServerId, String> found) {
        return ofServer(name, Value.Kind.TEXT, sentence, (m, s) -> Value.of(found.apply(m, s)));
    }

    static Fact truthOf(String name, String sentence, BiFunction<Moment, ServerId, Boolean> found) {
        return ofServer(name, Value.Kind.TRUTH, sentence, (m, s) -> Value.of(found.apply(m, s)));
    }

    static Fact ofKey(String name, Value.Kind kind, String sentence, BiFunction<Moment, String, Value> found) {
        return new Fact(
                new Signature(name, List.of(Parameter.KEY), kind, sentence),
                (m, a) -> found.apply(m, text(a.getFirst())));
    }

    private static Fact ofServer(
            String name, Value.Kind kind, String sentence, BiFunction<Moment, ServerId, Value> found) {
        return new Fact(
                new Signature(name, List.of(Parameter.SERVER), kind, sentence),
                (m, a) -> found.apply(m, new ServerId(text(a.getFirst()))));
    }

    /** An argument as text. */
    static String text(Value value) {
        return value instanceof Value.Text(var text) ? text : value.toString();
    }
}
