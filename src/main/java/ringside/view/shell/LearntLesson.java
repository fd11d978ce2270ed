package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.lesson.Lesson;
import ringside.lesson.progress.Answer;
import ringside.lesson.progress.LessonNotes;
import ringside.view.parts.Controls;
import ringside.view.parts.Fold;

/** One lesson of what was learnt: how far it was taken, what was answered, and why. */
final class LearntLesson extends VBox {
    LearntLesson(String title, Optional<Lesson> lesson, LessonNotes notes, Runnable open, Optional<Runnable> reset) {
        super(10);
        getStyleClass().addAll("card", "learnt-lesson");
        setId("learnt-" + lesson.map(Lesson::id).orElse("gone"));
        var answers = notes.latest();
        long right = answers.stream()
                .flatMap(a -> a.verdict().stream())
                .filter(Answer.Verdict::right)
                .count();
        getChildren()
                .addAll(
                        Controls.apart(Controls.label(title, "tile-title"), Welcome.state(lesson, notes)),
                        Controls.paragraph(
                                text(
                                        "learnt.lesson",
                                        right,
                                        answers.stream()
                                                        .filter(a -> a.verdict().isPresent())
                                                        .count()
                                                - right,
                                        Math.round(notes.spentMillis() / Learnt.MILLIS_A_MINUTE)),
                                "muted",
                                "small"));
        if (!answers.isEmpty()) {
            var all = answers.stream().map(LearntLesson::answer).toArray(Node[]::new);
            getChildren().add(new Fold(getId() + "-answers", text("learnt.answers", answers.size()), "strong", all));
        }
        getChildren().add(buttons(lesson, open, reset, title));
    }

    private Node buttons(Optional<Lesson> lesson, Runnable open, Optional<Runnable> reset, String title) {
        var line = new HBox(8);
        line.setAlignment(Pos.CENTER_LEFT);
        lesson.ifPresent(_ -> {
            var again = Controls.button(text("learnt.open"), "quiet-button", open);
            again.setAccessibleText(text("learnt.open") + ": " + title);
            line.getChildren().add(again);
        });
        reset.ifPresent(act -> {
            var forget = Controls.button(text("learnt.reset"), "quiet-button", act);
            forget.setId(getId() + "-reset");
            forget.setAccessibleText(text("learnt.reset") + ": " + title);
            line.getChildren().add(forget);
        });
        return line;
    }

    private static Node answer(Answer answer) {
        var box = new VBox(4, Controls.paragraph(answer.question(), "strong"));
        box.getStyleClass().addAll("inset", "learnt-answer");
        box.getChildren().add(Controls.paragraph(text("predict.yours", answer.shown())));
        if (!answer.because().isBlank()) {
            box.getChildren().add(Controls.paragraph(text("learnt.because", answer.because()), "muted"));
        }
        answer.verdict()
                .ifPresentOrElse(
                        v -> box.getChildren()
                                .addAll(
                                        Controls.paragraph(
                                                text(v.right() ? "predict.right" : "predict.wrong", v.answer()),
                                                v.right() ? "good" : "warn",
                                                "strong"),
                                        Controls.paragraph(v.explanation())),
                        () -> box.getChildren().add(Controls.paragraph(text("learnt.open-answer"), "muted")));
        return box;
    }
}
