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
                        .map(s -> new Block.Option(s.id().name(), s.id().name(), Optional.empty(), Optional.empty()))
                        .toList()
                : asked.options();
    }

    /** What is wrong with an answer that can't be understood. */
    static Optional<String> problem(Block.Predict asked, String given, List<Block.Option> options, Guidance guidance) {
        var ids = options.stream().map(Block.Option::id).toList();
        boolean understood = switch (asked.kind()) {
            case NUMBER -> number(given).isPresent();
            case PERCENT -> number(given).stream().anyMatch(n -> n >= 0 && n <= 100);
            case CHOICE, SERVER -> ids.contains(given.strip());
            case ARC -> Brushed.read(given).isPresent();
            case BARS -> Heights.read(given, asked).isPresent();
            case ORDER -> Ranking.read(given, asked).isPresent();
        };
        return understood ? Optional.empty() : Optional.of(wanted(asked.kind(), ids, guidance));
    }

    private static String wanted(Kind kind, List<String> ids, Guidance guidance) {
        return switch (kind) {
            case NUMBER -> guidance.say("answer.number");
            case PERCENT -> guidance.say("answer.percent");
            case CHOICE, SERVER -> guidance.say("answer.choice", String.join(", ", ids));
            case ARC -> guidance.say("answer.arc");
            case BARS ->
                guidance.say("answer.bars", ids.stream().map(id -> id + "=10").collect(Collectors.joining(" ")));
            case ORDER -> guidance.say("answer.order", String.join(" ", ids));
        };
    }

    /** Whether an answer is right, given the facts, and what is said to it. */
    static Prediction.Verdict verdict(Block.Predict asked, String given, Facts facts) {
        boolean right = right(asked, given, facts);
        var said = right ? asked.right() : reply(asked, given, facts);
        return new Prediction.Verdict(right, shown(asked, facts), said.fill(facts));
    }

    private static boolean right(Block.Predict asked, String given, Facts facts) {
        return switch (asked.kind()) {
            case BARS -> Heights.read(given, asked).stream().anyMatch(h -> h.right(asked, facts));
            case ORDER -> Ranking.read(given, asked).stream().anyMatch(r -> r.right(asked, facts));
            default -> matches(asked, given, asked.answer().orElseThrow().of(facts), facts);
        };
    }

    private static Template reply(Block.Predict asked, String given, Facts facts) {
        var chosen = asked.options().stream()
                .filter(o -> o.id().equals(given))
                .flatMap(o -> o.because().stream())
                .findFirst();
        return chosen.or(() -> asked.wrong().stream()
                        .filter(m -> mistaken(asked, given, m, facts))
                        .map(Block.Mistake::because)
                        .findFirst())
                .orElse(asked.otherwise());
    }

    /** Whether an answer is this mistake. */
    static boolean mistaken(Block.Predict asked, String given, Block.Mistake mistake, Facts facts) {
        return switch (asked.kind()) {
            case BARS ->
                Heights.read(given, asked).stream()
                        .anyMatch(h -> mistake.value().holds(h.beside(facts)));
            case ORDER ->
                Ranking.read(given, asked).stream()
                        .anyMatch(r -> mistake.value().holds(r.beside(facts)));
            default -> matches(asked, given, mistake.value().of(facts), facts);
        };
    }

    /** Whether an answer says this value, within the tolerance. */
    private static boolean matches(Block.Predict asked, String given, Value value, Facts facts) {
        return switch (value) {
            case Value.Text(var server)
            when asked.kind() == Kind.ARC ->
                Brushed.read(given).stream().anyMatch(b -> b.off(server, facts) <= asked.tolerance() + 1e-9);
            case Value.Text(var text) -> text.equals(given);
            case Value.Truth(var holds) -> (holds ? "yes" : "no").equals(given);
            case Value.Amount(var wanted) -> {
                double scale = asked.kind() == Kind.PERCENT ? 100 : 1;
                double said = number(given).orElse(Double.NaN) / scale;
                yield Math.abs(said - wanted) <= asked.tolerance() + 1e-9;
            }
        };
    }

    private static String shown(Block.Predict asked, Facts facts) {
        return switch (asked.kind()) {
            case BARS -> Heights.of(asked, facts).shown(asked);
            case ORDER -> Ranking.of(asked, facts).shown(asked);
            default -> shown(asked, asked.answer().orElseThrow().of(facts));
        };
    }

    private static String shown(Block.Predict asked, Value answer) {
        return asked.options().stream()
                .filter(o -> answer.equals(Value.of(o.id())))
                .map(Block.Option::text)
                .findFirst()
                .orElseGet(() -> Template.shown(answer, asked.kind() == Kind.PERCENT));
    }

    /** What was given, in the words of the question: its options by what they say, figures with their units. */
    static String spoken(Block.Predict asked, String given, List<Block.Option> options) {
        return switch (asked.kind()) {
            case PERCENT -> given.replace("%", "").strip() + " %";
            case NUMBER -> given;
            case ARC -> Brushed.read(given).map(Brushed::shown).orElse(given);
            case BARS -> Heights.read(given, asked).map(h -> h.shown(asked)).orElse(given);
            case ORDER -> Ranking.read(given, asked).map(r -> r.shown(asked)).orElse(given);
            case CHOICE, SERVER ->
                options.stream()
                        .filter(o -> o.id().equals(given))
                        .map(Block.Option::text)
                        .findFirst()
                        .orElse(given);
        };
    }

    static OptionalDouble number(String given) {
        var digits = given.replaceAll("\\s|%|ms$", "").replace(',', '.');
        return digits.matches("\\d{1,12}(\\.\\d{1,6})?")
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }
}
