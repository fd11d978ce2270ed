package ringside.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.config.Place;
import ringside.lesson.Block.Predict.Kind;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;

/** Answers a question right and in every wrong way that its author foresaw, given the facts it is judged by. */
record AnswerTrial(Block.Predict asked, List<Block.Option> options, Facts facts) {
    private static final int MOST_GUESSES = 5040;

    /** Something amiss, and where it is mended. */
    record Problem(Place at, String what) {}

    /** What is amiss with how the answers are judged or explained. */
    Optional<Problem> problem() {
        return asked.kind().chooses() ? problemWithOptions() : problemWithMistakes();
    }

    /** What is right, as a learner would type it. */
    String answer() {
        return switch (asked.kind()) {
            case BARS -> Heights.of(asked, facts).written(asked);
            case ORDER -> Ranking.of(asked, facts).written();
            default -> typed(asked.answer().orElseThrow().of(facts));
        };
    }

    /** How many wrong answers were tried. */
    int wrongWays() {
        return asked.kind().chooses() ? options.size() - 1 : asked.wrong().size() + 1;
    }

    private Optional<Problem> problemWithMistakes() {
        if (!verdict(answer()).right()) {
            return Optional.of(new Problem(
                    asked.at(),
                    "nobody can be right: \"" + answer()
                            + "\" is judged wrong; allow a tolerance, or ask for something that is known"));
        }
        return Stream.concat(
                        asked.wrong().stream().flatMap(m -> problem(m).stream()),
                        elsewhere().flatMap(given -> check(asked.at(), given, asked.otherwise())).stream())
                .findFirst();
    }

    private Optional<Problem> problem(Block.Mistake mistake) {
        return made(mistake)
                .map(given -> check(mistake.at(), given, mistake.because()))
                .orElseGet(() -> Optional.of(new Problem(
                        mistake.at(),
                        "no wrong answer meets the mistake with the explanation \""
                                + mistake.because().fill(facts) + "\"")));
    }

    /** An answer that makes a mistake, if there is one. */
    private Optional<String> made(Block.Mistake mistake) {
        return asked.kind().weighs()
                ? guesses()
                        .filter(g -> !verdict(g).right())
                        .filter(g -> Judge.mistaken(asked, g, mistake, facts))
                        .filter(g -> first(g).filter(mistake::equals).isPresent())
                        .findFirst()
                : Optional.of(typed(mistake.value().of(facts)));
    }

    private Optional<Block.Mistake> first(String given) {
        return asked.wrong().stream()
                .filter(m -> Judge.mistaken(asked, given, m, facts))
                .findFirst();
    }

    private Optional<Problem> check(Place at, String given, Template because) {
        var verdict = verdict(given);
        if (verdict.right()) {
            return Optional.of(new Problem(at, "the mistake " + given + " is judged right; the answer is " + answer()));
        }
        return verdict.explanation().equals(because.fill(facts))
                ? Optional.empty()
                : Optional.of(new Problem(at, "the mistake " + given + " gets the explanation of another"));
    }

    /** An answer that is neither right nor any of the foreseen mistakes, if there is room for one. */
    private Optional<String> elsewhere() {
        return guesses()
                .filter(g -> !verdict(g).right())
                .filter(g -> first(g).isEmpty())
                .findFirst();
    }

    private Stream<String> guesses() {
        return switch (asked.kind()) {
            case PERCENT -> IntStream.rangeClosed(0, 20).mapToObj(i -> String.valueOf(5 * i));
            case ARC ->
                IntStream.range(0, 400)
                        .mapToObj(i -> new Brushed((i % 20) / 20.0, ((i / 20 + i) % 20) / 20.0).written());
            case BARS -> Guesses.heights(asked, Heights.of(asked, facts)).map(h -> h.written(asked));
            case ORDER -> Guesses.orders(asked).map(Ranking::written).limit(MOST_GUESSES);
            default -> numbers();
        };
    }

    private Stream<String> numbers() {
        double answer = asked.answer().orElseThrow().of(facts) instanceof Value.Amount(var n) ? n : 0;
        return IntStream.range(1, 100).mapToObj(i -> Template.exactly(Value.of(Math.rint(answer + i * 997.0))));
    }

    private Optional<Problem> problemWithOptions() {
        long right = options.stream().filter(o -> verdict(o.id()).right()).count();
        return right == 1
                ? Optional.empty()
                : Optional.of(new Problem(
                        asked.at(),
                        "the answer is " + answer() + ", and " + right + " of the options are right; one should be"));
    }

    private Prediction.Verdict verdict(String given) {
        return Judge.verdict(asked, given, facts);
    }

    private String typed(Value value) {
        return switch (value) {
            case Value.Amount(var fraction)
            when asked.kind() == Kind.PERCENT -> Template.shown(Value.of(fraction * 100), false);
            case Value.Text(var server)
            when asked.kind() == Kind.ARC -> new Brushed(place("arc_from", server), place("arc_to", server)).written();
            default -> Template.shown(value, false);
        };
    }

    private double place(String fact, String server) {
        return facts.of(fact, List.of(Value.of(server))).number();
    }
}
