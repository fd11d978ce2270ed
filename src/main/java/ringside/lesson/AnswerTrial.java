package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.lesson.Block.Predict.Kind;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;

/** Answers a question right and in every wrong way that its author foresaw, given the facts it is judged by. */
record AnswerTrial(Block.Predict asked, List<Block.Option> options, Facts facts) {
    /** What is amiss with how the answers are judged or explained. */
    Optional<String> problem() {
        return options.isEmpty() ? problemWithNumbers() : problemWithOptions();
    }

    /** What is right, as a learner would type it. */
    String answer() {
        return typed(asked.answer().of(facts));
    }

    /** How many wrong answers were tried. */
    int wrongWays() {
        return options.isEmpty() ? asked.wrong().size() + 1 : options.size() - 1;
    }

    private Optional<String> problemWithNumbers() {
        if (!verdict(answer()).right()) {
            return Optional.of("nobody can be right: \"" + answer()
                    + "\" is judged wrong; allow a tolerance, or ask for something that is known");
        }
        var problems = new ArrayList<String>();
        for (var mistake : asked.wrong()) {
            check(typed(mistake.value().of(facts)), mistake.because()).ifPresent(problems::add);
        }
        elsewhere().flatMap(given -> check(given, asked.otherwise())).ifPresent(problems::add);
        return problems.stream().findFirst();
    }

    private Optional<String> check(String given, Template because) {
        var verdict = verdict(given);
        if (verdict.right()) {
            return Optional.of("the mistake " + given + " is judged right; the answer is " + answer());
        }
        return verdict.explanation().equals(because.fill(facts))
                ? Optional.empty()
                : Optional.of("the mistake " + given + " gets the explanation of another");
    }

    /** An answer that is neither right nor any of the foreseen mistakes, if there is room for one. */
    private Optional<String> elsewhere() {
        double answer = asked.answer().of(facts) instanceof Value.Amount(var n) ? n : 0;
        var far = asked.kind() == Kind.PERCENT
                ? IntStream.rangeClosed(0, 20).mapToObj(i -> String.valueOf(5 * i))
                : IntStream.range(1, 100).mapToObj(i -> Template.exactly(Value.of(Math.rint(answer + i * 997.0))));
        return far.filter(given -> Stream.concat(
                                Stream.of(asked.answer()),
                                asked.wrong().stream().map(Block.Mistake::value))
                        .noneMatch(v -> Judge.matches(asked, given, v.of(facts))))
                .findFirst();
    }

    private Optional<String> problemWithOptions() {
        long right = options.stream().filter(o -> verdict(o.id()).right()).count();
        return right == 1
                ? Optional.empty()
                : Optional.of(
                        "the answer is " + answer() + ", and " + right + " of the options are right; one should be");
    }

    private Prediction.Verdict verdict(String given) {
        return Judge.verdict(asked, given, facts);
    }

    private String typed(Value value) {
        return asked.kind() == Kind.PERCENT && value instanceof Value.Amount(var fraction)
                ? Template.shown(Value.of(fraction * 100), false)
                : Template.shown(value, false);
    }
}
