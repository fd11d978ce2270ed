package ringside.view.shell;

import static ringside.view.Texts.text;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.config.BadInput;
import ringside.lesson.Lesson;
import ringside.lesson.LessonRun;
import ringside.lesson.progress.Bookmark;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.Progress;
import ringside.world.Simulator;
import ringside.world.WorldFactory;

/** What the window writes into the learner's notebook, and reads there. FX thread only, but for {@link #resume}. */
final class Diary {
    private static final long PATIENCE_NANOS = 15_000_000_000L;

    private final Notebook notebook;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Progress> progress;
    private final ReadOnlyObjectWrapper<Optional<String>> trouble;
    private boolean closed;

    Diary(Notebook notebook, InstantSource clock) {
        this.notebook = notebook;
        this.clock = clock;
        this.progress = new ReadOnlyObjectWrapper<>(notebook.progress());
        this.trouble = new ReadOnlyObjectWrapper<>(notebook.trouble());
    }

    /** What is known of the learner. */
    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why what was done is not kept, in one sentence. */
    ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether nothing may be taken away now. */
    boolean readOnly() {
        return notebook.readOnly();
    }

    /** Looks whether others changed something. */
    void look() {
        progress.set(notebook.progress());
        trouble.set(notebook.trouble());
    }

    /** What the learner should know of what was found; it is told once. */
    Optional<String> takeNews() {
        return notebook.takeNews();
    }

    /** Tries to keep it once more. */
    void retry() {
        notebook.retry();
    }

    /** Changes what is known of the learner. */
    void note(UnaryOperator<Progress> how) {
        if (!closed) {
            notebook.change(how);
            look();
        }
    }

    /** Writes nothing any more. */
    void close() {
        closed = true;
    }

    /** Where to go on in a lesson that is opened now; nowhere when it is to begin. */
    Optional<Bookmark> open(Lesson lesson) {
        var before = progress.get().lesson(lesson.id());
        var mark = before.flatMap(n ->
                n.bookmark().or(() -> n.done() ? Optional.empty() : Optional.of(Bookmark.atStep(n.reached()))));
        long now = clock.millis();
        note(p -> p.with(lesson.id(), opened(p.lesson(lesson.id()), mark.isPresent(), now)));
        return mark;
    }

    /* What is kept by then may be more than was known here. */
    private static LessonNotes opened(Optional<LessonNotes> before, boolean goesOn, long now) {
        return before.map(notes -> goesOn ? notes.resumed(now) : notes.again(now))
                .orElseGet(() -> LessonNotes.begun(now));
    }

    /** Notes how far a lesson was taken. */
    void keep(LessonRun run) {
        var mark = run.bookmark();
        boolean finished = run.finished();
        long now = clock.millis();
        note(p -> p.with(
                run.lesson().id(),
                p.lesson(run.lesson().id())
                        .orElseGet(() -> LessonNotes.begun(now))
                        .taken(mark, finished, now)));
    }

    /**
     * A lesson that was gone on with.
     *
     * @param run it
     * @param note what should be known of it, if it is not simply where it was left
     */
    record Resumed(LessonRun run, Optional<String> note) implements AutoCloseable {
        @Override
        public void close() {
            run.close();
        }
    }

    /** Goes on in a lesson: with the same world, or at the same step where the world can't be had again. May take a while. */
    static Resumed resume(
            Lesson lesson,
            Optional<Bookmark> mark,
            WorldFactory worlds,
            Simulator simulator,
            ringside.world.Progress progress) {
        if (mark.isEmpty()) {
            return new Resumed(LessonRun.start(lesson, worlds, simulator), Optional.empty());
        }
        long until = System.nanoTime() + PATIENCE_NANOS;
        try {
            var run = LessonRun.resume(
                    lesson, worlds, simulator, mark.get(), share -> progress.goOn(share) && System.nanoTime() < until);
            return new Resumed(run, Optional.empty());
        } catch (BadInput | IllegalArgumentException | CancellationException _) {
            var run = LessonRun.resume(lesson, worlds, simulator, mark.get().reached());
            boolean other = !mark.get().digest().equals(lesson.origin());
            return new Resumed(run, Optional.of(text(other ? "lesson.changed" : "lesson.at-step", run.position())));
        }
    }
}
