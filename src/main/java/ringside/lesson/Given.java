package ringside.lesson;

import java.util.List;
import java.util.Map;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;

/** Facts, and beside them what a learner gave each option. */
record Given(Facts facts, Map<String, Double> given) implements Facts {
    @Override
    public Value of(String name, List<Value> arguments) {
        return name.equals(PredictReader.GIVEN.name()) && arguments.getFirst() instanceof Value.Text(var option)
                ? Value.of(given.getOrDefault(option, 0.0))
                : facts.of(name, arguments);
    }
}
