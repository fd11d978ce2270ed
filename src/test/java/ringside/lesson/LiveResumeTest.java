package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.app.workshop.LocalWorkplace;
import ringside.lesson.progress.Bookmark;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.Progress;
import ringside.lesson.progress.ProgressReader;
import ringside.lesson.progress.ProgressText;
import ringside.lesson.workshop.Goal;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workplace;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.World;
import ringside.world.WorldFactory;

/** Lessons on real sockets that are left in the middle of every step, and gone on with. */
final class LiveResumeTest {
    private static final WorldFactory WORLDS = (kind, scenario) ->
            kind == World.Kind.LIVE ? new LiveWorld(scenario, LiveOptions.anywhere()) : new SimulatedWorld(scenario);
    private static final Workplace PLACE = new LocalWorkplace(_ -> Optional.empty(), (_, _) -> {});
    private static final Workbench.Listener NOBODY = new Workbench.Listener() {
        @Override
        public void begun(Goal goal) {}

        @Override
        public void asked(int server, boolean stop) {}
    };

    private final List<String> wrong = new ArrayList<>();

    static Stream<Lesson> live() {
        return Lessons.builtIn().all().stream().filter(l -> l.about().world() == World.Kind.LIVE);
    }

    @ParameterizedTest
    @MethodSource("live")
    void goOnWhereTheyWereLeft(Lesson lesson) {
        var run = LessonRun.start(lesson, WORLDS, new Replay());
        try {
            while (!run.finished()) {
                play(run);
                run = again(run);
                play(run);
                judged(run);
                run.next();
            }
        } finally {
            run.close();
        }
        assertThat(wrong).isEmpty();
    }

    private static LessonRun again(LessonRun run) {
        var mark = written(run.bookmark());
        run.close();
        var next = LessonRun.resume(run.lesson(), WORLDS, new Replay(), mark, ringside.world.Progress.UNWATCHED);
        assertThat(next.step()).isEqualTo(run.step());
        assertThat(next.bookmark().answers()).isEqualTo(mark.answers());
        return next;
    }

    private static Bookmark written(Bookmark mark) {
        var text = ProgressText.write(
                Progress.NONE.with("draft", LessonNotes.begun(1).taken(mark, false, 2)));
        var notes = ProgressReader.read("progress.json", text).lesson("draft").orElseThrow();
        return notes.bookmark().orElseThrow();
    }

    /** Does all that is to be done in the step and was not yet. */
    private void play(LessonRun run) {
        run.observe();
        run.step().blocks().forEach(block -> play(run, block));
    }

    private void play(LessonRun run, Block block) {
        switch (block) {
            case Block.Do what when !run.pressed(what) -> done(run.press(what), what);
            case Block.Predict asked when run.prediction(asked).isEmpty() -> run.predict(asked, some(run, asked));
            case Block.Task task
            when run.done(task).isEmpty() -> {
                done(run.solve(task), task);
                await(run, () -> run.done(task).isPresent(), task);
            }
            case Block.Trial trial when !run.tried(trial) -> done(run.attempt(trial), trial);
            case Block.Build what when !run.built(what) -> build(run, what);
            default -> {}
        }
    }

    private void done(World.Outcome outcome, Block block) {
        if (outcome instanceof World.Outcome.Rejected(var why)) {
            wrong.add(block.at() + ": " + why);
        }
    }

    private void build(LessonRun run, Block.Build what) {
        var bench = run.workbench(PLACE);
        if (bench.servers().isEmpty()) {
            bench.serve(what.task().servers());
        }
        var task = bench.moved(what.task());
        var report = bench.onEngine(task, task.solution(), NOBODY);
        if (report.good()) {
            run.build(what);
        } else {
            wrong.add(what.at() + ": " + report);
        }
    }

    private static String some(LessonRun run, Block.Predict asked) {
        var ids = run.options(asked).stream().map(Block.Option::id).toList();
        return switch (asked.kind()) {
            case NUMBER, PERCENT -> "0";
            case ARC -> "0% 50%";
            case BARS -> String.join(" ", ids.stream().map(id -> id + "=0").toList());
            case ORDER -> String.join(" ", ids);
            case CHOICE, SERVER -> ids.getFirst();
        };
    }

    /** The answers are those that the lesson claims, and the step can be left. */
    private void judged(LessonRun run) {
        for (var asked : run.step().blocks(Block.Predict.class)) {
            await(run, () -> run.prediction(asked).flatMap(Prediction::verdict).isPresent(), asked);
            new AnswerTrial(asked, run.options(asked), run.facts(asked))
                    .problem()
                    .ifPresent(why -> wrong.add(asked.at() + ": " + why));
        }
        claimed(run.step()).forEach(check -> recompute(run, check));
        await(run, () -> run.remaining().isEmpty(), run.step().blocks().getLast());
    }

    /** What the step claims of its questions' answers. */
    private static List<Block.Check> claimed(Step step) {
        var asked = step.blocks(Block.Predict.class);
        return asked.isEmpty()
                ? List.of()
                : step.blocks().stream()
                        .skip(step.blocks().indexOf(asked.getLast()))
                        .filter(Block.Check.class::isInstance)
                        .map(Block.Check.class::cast)
                        .toList();
    }

    /* A figure that was kept is of the servers there were then: of these it need not hold to the last one. */
    private void recompute(LessonRun run, Block.Check check) {
        for (var claim : check.claims()) {
            if (!claim.text().contains("kept(")
                    && !until(
                            run,
                            () -> check.when().map(w -> w.holds(run.facts())).orElse(true)
                                    && claim.holds().holds(run.facts()))) {
                wrong.add(claim.at() + ": not so: " + claim.text());
            }
        }
    }

    private static boolean until(LessonRun run, BooleanSupplier condition) {
        return Patience.with(run.world()).until(() -> {
            run.observe();
            return run.upToDate() && condition.getAsBoolean();
        });
    }

    private static void await(LessonRun run, BooleanSupplier condition, Block block) {
        boolean held = until(run, condition);
        assertThat(held)
                .as("%s is waited for in vain: %s", block.at(), run.remaining())
                .isTrue();
    }
}
