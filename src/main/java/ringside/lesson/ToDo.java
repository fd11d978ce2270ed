package ringside.lesson;

import java.util.Optional;

/** What is left to be done in the step that is shown, in one sentence for the learner. */
record ToDo(Standing run) {
    /** What comes first; nothing when the learner may go on. */
    Optional<String> first() {
        return run.step().blocks().stream()
                .flatMap(b -> toDo(b).stream())
                .findFirst()
                .or(this::toWaitFor);
    }

    private Optional<String> toDo(Block block) {
        return switch (block) {
            case Block.Predict asked
            when run.prediction(asked).isEmpty() -> Optional.of(run.guidance.say("todo.answer"));
            case Block.Do what when !run.pressed(what) -> Optional.of(run.guidance.say("todo.do", what.label()));
            case Block.Task task when run.done(task).isEmpty() -> Optional.of(run.guidance.say("todo.task"));
            case Block.Trial trial when !run.tried(trial) -> Optional.of(run.guidance.say("todo.do", trial.label()));
            case Block.Build what when !run.built(what) -> Optional.of(run.guidance.say("todo.build"));
            default -> Optional.empty();
        };
    }

    private Optional<String> toWaitFor() {
        if (run.step().blocks(Block.Predict.class).stream()
                .anyMatch(asked ->
                        run.prediction(asked).flatMap(Prediction::verdict).isEmpty())) {
            return Optional.of(run.guidance.say("todo.known"));
        }
        return run.step().blocks(Block.Keep.class).stream()
                .filter(what -> run.kept(what).isEmpty())
                .map(what -> run.guidance.say("todo.keep", run.fill(what.text())))
                .findFirst();
    }
}
