package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import ringside.lesson.Lesson;
import ringside.lesson.progress.LessonNotes;

/**
 * The way back to where the learner was last.
 *
 * @param words where that was
 * @param act goes there
 */
record Continuation(String words, Runnable act) {
    /** The last place; when that was a lesson that is done, a file or nowhere, a lesson that was begun, or the next one. */
    static Optional<Continuation> of(Theatre theatre) {
        var last = theatre.memoryProperty().get().lastPlace();
        return theatre.lessons().stream()
                .filter(l -> l.id().equals(last))
                .findFirst()
                .flatMap(l -> inLesson(theatre, l))
                .or(() -> StartPoint.all().stream()
                        .filter(s -> s.id().equals(last))
                        .findFirst()
                        .map(s -> new Continuation(text("welcome.continue", s.title()), () -> theatre.explore(s))))
                .or(() -> begun(theatre))
                .or(() -> next(theatre));
    }

    /** The first lesson of the course that was left on the way. */
    private static Optional<Continuation> begun(Theatre theatre) {
        return theatre.lessons().stream()
                .flatMap(l -> inLesson(theatre, l).stream())
                .findFirst();
    }

    /** The first lesson of the course that is not done yet. */
    private static Optional<Continuation> next(Theatre theatre) {
        var progress = theatre.progressProperty().get();
        return theatre.lessons().stream()
                .filter(l -> progress.lesson(l.id()).filter(LessonNotes::done).isEmpty())
                .findFirst()
                .map(l -> new Continuation(text("welcome.begin", l.title()), () -> theatre.learn(l)));
    }

    private static Optional<Continuation> inLesson(Theatre theatre, Lesson lesson) {
        return theatre.progressProperty()
                .get()
                .lesson(lesson.id())
                .filter(n -> n.bookmark().isPresent() || !n.done())
                .map(n -> new Continuation(
                        text("welcome.continue.lesson", lesson.title(), n.reached()), () -> theatre.learn(lesson)));
    }
}
