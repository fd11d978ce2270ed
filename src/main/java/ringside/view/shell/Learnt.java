package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.lesson.Lesson;
import ringside.lesson.progress.Answer;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.Progress;
import ringside.view.parts.Controls;

/** What the learner has done so far: lesson by lesson, with every answer, its reason and what came of it. */
final class Learnt extends ScrollPane {
    private static final double WIDEST = 760;
    static final double MILLIS_A_MINUTE = 60_000;

    private final Theatre theatre;
    private final Records records;
    private final Label sum = Controls.paragraph("", "lede");
    private final VBox lessons = new VBox(14);
    private final HBox said = new HBox(10);

    Learnt(Theatre theatre, Records records) {
        this.theatre = theatre;
        this.records = records;
        records.clear();
        setId("learnt");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Controls.spoken(this, text("learnt.title"));
        said.getStyleClass().add("banner");
        said.setId("learnt-said");
        sum.setId("learnt-sum");
        var head = new VBox(8, Controls.paragraph(text("learnt.title"), "slogan"), sum);
        var page = new VBox(head, buttons(), said, lessons, Controls.paragraph(text("learnt.private"), "muted"));
        page.getStyleClass().add("welcome");
        page.setMaxWidth(WIDEST);
        var centred = new StackPane(page);
        centred.setAlignment(Pos.TOP_CENTER);
        setContent(centred);
        records.doneProperty().subscribe(this::tell);
        theatre.lessons().subscribe(this::fill);
        theatre.progressProperty().subscribe(this::fill);
        fill();
    }

    private Node buttons() {
        var export = button("learnt.export", records::export);
        var bringIn = button("learnt.import", records::bringIn);
        var reset = button("learnt.reset-all", records::resetAll);
        var diary = theatre.diary();
        diary.troubleProperty().subscribe(_ -> {
            bringIn.setDisable(diary.readOnly());
            reset.setDisable(diary.readOnly());
        });
        return new HBox(8, export, bringIn, Controls.spring(), reset);
    }

    private static Button button(String key, Runnable action) {
        var button = Controls.button(text(key), "quiet-button", action);
        button.setId(key.replace('.', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void tell(Optional<Records.Done> done) {
        said.getChildren().clear();
        Controls.show(said, done.isPresent());
        done.ifPresent(d -> {
            var words = Controls.paragraph(d.words(), "banner-text");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            said.getChildren().add(words);
            d.before().ifPresent(_ -> said.getChildren().add(button("learnt.undo", records::undo)));
        });
    }

    private void fill() {
        var progress = theatre.progressProperty().get();
        sum.setText(sentence(progress));
        var known = theatre.lessons().stream()
                .flatMap(l -> progress.lesson(l.id()).stream().map(n -> card(Optional.of(l), l.id(), n)));
        var gone = progress.lessons().entrySet().stream()
                .filter(e -> theatre.lessons().stream().noneMatch(l -> l.id().equals(e.getKey())))
                .map(e -> card(Optional.empty(), e.getKey(), e.getValue()));
        lessons.getChildren().setAll(Stream.concat(known, gone).toList());
        if (lessons.getChildren().isEmpty()) {
            lessons.getChildren().add(Controls.paragraph(text("learnt.nothing")));
        }
    }

    private Node card(Optional<Lesson> lesson, String id, LessonNotes notes) {
        var title = lesson.map(Lesson::title).orElse(id);
        return new LearntLesson(
                title,
                lesson,
                notes,
                () -> lesson.ifPresent(theatre::learn),
                theatre.diary().readOnly() ? Optional.empty() : Optional.of(() -> records.reset(id, title)));
    }

    private String sentence(Progress progress) {
        var notes = progress.lessons().values();
        long done = notes.stream().filter(LessonNotes::done).count();
        long minutes =
                Math.round(notes.stream().mapToLong(LessonNotes::spentMillis).sum() / MILLIS_A_MINUTE);
        return text("learnt.sum", done, theatre.lessons().size(), right(notes), judged(notes), minutes);
    }

    private static Stream<Answer.Verdict> verdicts(Collection<LessonNotes> notes) {
        return notes.stream().flatMap(n -> n.latest().stream()).flatMap(a -> a.verdict().stream());
    }

    private static long right(Collection<LessonNotes> notes) {
        return verdicts(notes).filter(Answer.Verdict::right).count();
    }

    private static long judged(Collection<LessonNotes> notes) {
        return verdicts(notes).count();
    }
}
