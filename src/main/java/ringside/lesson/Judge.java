package ringside.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import ringside.lesson.Block.Predict.Kind;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;
import ringside.world.Scenario;

/** Understands answers and says whether they are right, and why. */
final class Judge {
    private Judge() {}

    static List<Block.Option> options(Block.Predict asked, Scenario scenario) {
        return asked.kind() == Kind.SERVER && asked.options().isEmpty()
                ? scenario.servers().stream()
                        .map(s -> new Block.Option(s.id().name(), s.id().name(), Optional.empty()))
                        .toList()
                : asked.options();
    }

    /** What is wrong with an answer that can't be understood. */
    static Optional<String> problem(Block.Predict asked, String given, List<Block.Option> options) {
        return switch (asked.kind()) {
            case NUMBER -> number(given).isPresent() ? Optional.empty() : Optional.of("Write a number, such as 250.");
            case PERCENT ->
                number(given).stream().anyMatch(n -> n >= 0 && n <= 100)
                        ? Optional.empty()
                        : Optional.of("Write a percentage from 0 to 100, such as 25.");
            case CHOICE, SERVER ->
                options.stream().anyMatch(o -> o.id().equals(given.strip()))
                        ? Optional.empty()
                        : Optional.of("Choose one of "
                                + options.stream().map(Block.Option::id).collect(Collectors.joining(", ")) + ".");
        };
    }

    /** Whether an answer is right, given the facts, and what is said to it. */
    static Prediction.Verdict verdict(Block.Predict asked, String given, Facts facts) {
        var answer = asked.answer().of(facts);
        boolean right = matches(asked, given, answer);
        var said = right ? asked.right() : reply(asked, given, facts);
        return new Prediction.Verdict(right, shown(asked, answer), said.fill(facts));
    }

    private static Template reply(Block.Predict asked, String given, Facts facts) {
        var chosen = asked.options().stream()
                .filter(o -> o.id().equals(given))
                .flatMap(o -> o.because().stream())
                .findFirst();
        return chosen.or(() -> asked.wrong().stream()
                        .filter(m -> matches(asked, given, m.value().of(facts)))
                        .map(Block.Mistake::because)
                        .findFirst())
                .orElse(asked.otherwise());
    }

    /** Whether an answer says this value, within the tolerance. */
    static boolean matches(Block.Predict asked, String given, Value value) {
        return switch (value) {
            case Value.Text(var text) -> text.equals(given);
            case Value.Truth(var holds) -> (holds ? "yes" : "no").equals(given);
            case Value.Amount(var wanted) -> {
                double scale = asked.kind() == Kind.PERCENT ? 100 : 1;
                double said = number(given).orElse(Double.NaN) / scale;
                yield Math.abs(said - wanted) <= asked.tolerance() + 1e-9;
            }
        };
    }

    private static String shown(Block.Predict asked, Value answer) {
        return asked.options().stream()
                .filter(o -> answer.equals(Value.of(o.id())))
                .map(Block.Option::text)
                .findFirst()
                .orElseGet(() -> Template.shown(answer, asked.kind() == Kind.PERCENT));
    }

    private static OptionalDouble number(String given) {
        var digits = given.replaceAll("\\s|%|ms$", "").replace(',', '.');
        return digits.matches("\\d{1,12}(\\.\\d{1,6})?")
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }
}
