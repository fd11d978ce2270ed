package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.lesson.progress.Progress;

/** Takes what is known of the learner out of the program, brings it in, and takes it away; all can be undone for a while. */
final class Records {
    private final Diary diary;
    private final Outside outside;
    private final Sheets sheets;
    private final ReadOnlyObjectWrapper<Optional<Done>> done = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What was done last.
     *
     * @param words says so
     * @param before what was known before, if something can be undone
     */
    record Done(String words, Optional<Progress> before) {}

    Records(Diary diary, Outside outside, Sheets sheets) {
        this.diary = diary;
        this.outside = outside;
        this.sheets = sheets;
    }

    /** Tells what was found when the learner's progress was opened, if that was not simply what had been kept. */
    void tellNews() {
        diary.takeNews().ifPresent(news -> sheets.problem(text("progress.news"), news));
    }

    /** What was done last. */
    ReadOnlyObjectProperty<Optional<Done>> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Forgets what was done last. */
    void clear() {
        done.set(Optional.empty());
    }

    /** Asks where, and writes everything into one file. */
    void export() {
        var progress = diary.progressProperty().get();
        outside.askWhereToSaveProgress().ifPresent(path -> {
            var _ = Aside.begin(
                    () -> {
                        outside.saveProgress(path, progress);
                        return path;
                    },
                    saved -> done.set(Optional.of(new Done(text("learnt.exported", saved), Optional.empty()))),
                    why -> sheets.problem(text("learnt.export-bad"), why));
        });
    }

    /** Asks for such a file, and adds what is in it. */
    void bringIn() {
        outside.askForProgress().ifPresent(path -> {
            var _ = Aside.begin(
                    () -> outside.readProgress(path),
                    found -> change(text("learnt.imported", path), p -> p.and(found)),
                    why -> sheets.problem(text("learnt.import-bad"), why));
        });
    }

    /** Asks, and forgets one lesson. */
    void reset(String lesson, String title) {
        sheets.ask(
                text("learnt.reset-title", title),
                text("learnt.reset-question"),
                text("learnt.reset"),
                () -> change(text("learnt.was-reset", title), p -> p.withoutLesson(lesson)));
    }

    /** Asks, and forgets everything. */
    void resetAll() {
        sheets.ask(
                text("learnt.reset-all-title"),
                text("learnt.reset-all-question"),
                text("learnt.reset-all"),
                () -> change(text("learnt.was-all-reset"), _ -> Progress.NONE));
    }

    private void change(String words, UnaryOperator<Progress> how) {
        var before = diary.progressProperty().get();
        diary.note(how);
        done.set(Optional.of(new Done(words, Optional.of(before))));
    }

    /** Undoes what was done last. Nothing else is done while it can be undone. */
    void undo() {
        done.get().flatMap(Done::before).ifPresent(before -> {
            diary.note(_ -> before);
            done.set(Optional.of(new Done(text("learnt.undone"), Optional.empty())));
        });
    }
}
