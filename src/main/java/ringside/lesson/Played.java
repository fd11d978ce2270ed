package ringside.lesson;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.lesson.expression.Facts;
import ringside.lesson.progress.Draft;
import ringside.world.Scenario;
import ringside.world.World;

/** What a learner has done in a lesson, and what came of it, block by block. */
final class Played {
    private final Map<Block.Predict, Prediction> predictions = new LinkedHashMap<>();
    private final Map<Block.Predict, Moment> then = new HashMap<>();
    private final Map<Block.Predict, Scenario> setUp = new HashMap<>();
    private final Map<Block.Predict, String> right = new HashMap<>();
    private final Map<Block.Task, String> tasks = new LinkedHashMap<>();
    private final Map<Block.Say, String> captions = new LinkedHashMap<>();
    private final Set<Block.Build> built = new HashSet<>();
    private final Map<Block.Build, Draft> drafts = new HashMap<>();
    private final Map<Block.Do, World.Outcome> outcomes = new LinkedHashMap<>();

    void press(Block.Do what, World.Outcome outcome) {
        outcomes.put(what, outcome);
    }

    Optional<World.Outcome> outcome(Block.Do what) {
        return Optional.ofNullable(outcomes.get(what));
    }

    void build(Block.Build what) {
        built.add(what);
    }

    boolean built(Block.Build what) {
        return built.contains(what);
    }

    void write(Block.Build what, Draft draft) {
        drafts.put(what, draft);
    }

    Optional<Draft> draft(Block.Build what) {
        return Optional.ofNullable(drafts.get(what));
    }

    /** The first prediction counts; these are the facts that it was made by, and how the world was set up then. */
    void predict(Block.Predict asked, String given, Moment facts, Scenario scenario) {
        if (predictions.putIfAbsent(asked, new Prediction(given, "", Optional.empty())) == null) {
            madeBy(asked, facts, scenario);
        }
    }

    private void madeBy(Block.Predict asked, Moment facts, Scenario scenario) {
        then.put(asked, facts);
        setUp.put(asked, scenario);
    }

    void because(Block.Predict asked, String reason) {
        predictions.put(asked, prediction(asked).orElseThrow().because(reason));
    }

    /** Takes a prediction up again; what was right is as answers are written. */
    void predicted(Block.Predict asked, Prediction before, Optional<String> answer) {
        predictions.put(asked, before);
        answer.ifPresent(written -> right.put(asked, written));
    }

    /** Takes a prediction up again whose facts can still be had. */
    void predicted(Block.Predict asked, Prediction before, Optional<String> answer, Moment facts, Scenario scenario) {
        predicted(asked, before, answer);
        madeBy(asked, facts, scenario);
    }

    /** What was said of a task or in a caption. */
    void said(Block block, String words) {
        switch (block) {
            case Block.Task task -> tasks.put(task, words);
            case Block.Say say -> captions.put(say, words);
            default -> throw new IllegalArgumentException("nothing is said of " + block);
        }
    }

    /** Whether a prediction was made whose answer is not known yet. */
    boolean open(Block.Predict asked) {
        return prediction(asked).filter(p -> p.verdict().isEmpty()).isPresent();
    }

    /** The facts that a prediction was made by, if they can be had. */
    Optional<Moment> then(Block.Predict asked) {
        return Optional.ofNullable(then.get(asked));
    }

    /** How the world was set up when a prediction was made, if that is known. */
    Optional<Scenario> setUp(Block.Predict asked) {
        return Optional.ofNullable(setUp.get(asked));
    }

    Optional<Prediction> prediction(Block.Predict asked) {
        return Optional.ofNullable(predictions.get(asked));
    }

    Optional<String> done(Block.Task task) {
        return Optional.ofNullable(tasks.get(task));
    }

    Optional<String> caption(Block.Say say) {
        return Optional.ofNullable(captions.get(say));
    }

    /** Judges, ticks off or says what is due now: whether something was. */
    boolean update(Block block, Facts facts) {
        return switch (block) {
            case Block.Predict asked -> judge(asked, facts);
            case Block.Task task
            when !tasks.containsKey(task) && task.until().holds(facts) -> {
                tasks.put(task, task.done().map(said -> said.fill(facts)).orElse(""));
                yield true;
            }
            case Block.Say say
            when !captions.containsKey(say) && say.when().holds(facts) -> {
                captions.put(say, say.text().fill(facts));
                yield true;
            }
            default -> false;
        };
    }

    private boolean judge(Block.Predict asked, Facts facts) {
        var open = prediction(asked).filter(p -> p.verdict().isEmpty());
        if (open.isEmpty() || !asked.when().map(w -> w.holds(facts)).orElse(true)) {
            return false;
        }
        var by = judging(asked, facts);
        predictions.put(asked, open.get().judged(Judge.verdict(asked, open.get().given(), by)));
        right.put(asked, new AnswerTrial(asked, asked.options(), by).answer());
        return true;
    }

    /** The right answer as it is written, by the facts it was judged by. */
    Optional<String> right(Block.Predict asked) {
        return Optional.ofNullable(right.get(asked));
    }

    /** The facts that a prediction is judged by. Arcs are those the learner saw: what was asked about may have changed them. */
    Facts judging(Block.Predict asked, Facts facts) {
        var arcs = then(asked).<Facts>map(before -> before).orElse(facts);
        return (name, arguments) -> (name.startsWith("arc_") ? arcs : facts).of(name, arguments);
    }
}
