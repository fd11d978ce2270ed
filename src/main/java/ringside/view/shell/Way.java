package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import ringside.lesson.Block;
import ringside.lesson.Lesson;
import ringside.lesson.LessonRun;
import ringside.lesson.Prediction;
import ringside.lesson.workshop.Workplace;
import ringside.view.learn.LessonPane;
import ringside.view.parts.Controls;

/** Where a lesson leads: to links, to other lessons, out of it, and to cards. */
record Way(Theatre theatre, Outside outside, LessonRun run, Consumer<String> browse) implements LessonPane.Journey {
    @Override
    public void follow(String link) {
        browse.accept(link);
    }

    @Override
    public void progressed() {
        theatre.keep(run);
    }

    @Override
    public Workplace workplace() {
        return outside.workplace();
    }

    @Override
    public List<Node> afterVerdict(Block.Predict asked) {
        boolean wrong = run.prediction(asked)
                .flatMap(Prediction::verdict)
                .filter(v -> !v.right())
                .isPresent();
        return wrong ? List.of(keeper(asked)) : List.of();
    }

    private Button keeper(Block.Predict asked) {
        var keep = Controls.button("", "link-button", () -> {});
        keep.getStyleClass().add("keep-card");
        keep.setMinWidth(Button.USE_PREF_SIZE);
        keep.setOnAction(_ -> {
            theatre.cards().keep(run, asked);
            say(keep, asked);
        });
        say(keep, asked);
        return keep;
    }

    private void say(Button keep, Block.Predict asked) {
        boolean kept = theatre.cards().keeps(run, asked);
        keep.setText(text(kept ? "predict.card.kept" : "predict.card"));
        keep.setAccessibleText(keep.getText());
        keep.setDisable(kept);
    }

    @Override
    public Optional<Lesson> after() {
        return theatre.after(run.lesson());
    }

    @Override
    public void begin(Lesson other) {
        theatre.learn(other);
    }

    @Override
    public void leave() {
        theatre.home();
    }
}
