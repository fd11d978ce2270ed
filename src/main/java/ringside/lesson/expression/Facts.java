package ringside.lesson.expression;

import java.util.List;

/** What can be known of a world at one moment. */
@FunctionalInterface
public interface Facts {
    /** The value of a fact of the vocabulary, given arguments of the kinds that its signature asks for. */
    Value of(String name, List<Value> arguments);
}
