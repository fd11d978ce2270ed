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
            case Block.Predict asked when run.prediction(asked).isEmpty() -> Optional.of("Answer the question first.");
            case Block.Do what when !run.pressed(what) -> Optional.of("Do this first: " + what.label());
            case Block.Task task when run.done(task).isEmpty() -> Optional.of("The task is not done yet.");
            case Block.Trial trial when !run.tried(trial) -> Optional.of("Do this first: " + trial.label());
            case Block.Build what
            when !run.built(what) -> Optional.of("Run a configuration that reaches every goal first.");
            default -> Optional.empty();
        };
    }

    private Optional<String> toWaitFor() {
        if (run.step().blocks(Block.Predict.class).stream()
                .anyMatch(asked ->
                        run.prediction(asked).flatMap(Prediction::verdict).isEmpty())) {
            return Optional.of("Wait for the answer: the world is still finding it out.");
        }
        return run.step().blocks(Block.Keep.class).stream()
                .filter(what -> run.kept(what).isEmpty())
                .map(what -> "Wait: this is being measured: " + run.fill(what.text()))
                .findFirst();
    }
}
