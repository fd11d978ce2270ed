package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import ringside.lesson.Lessons;
import ringside.lesson.progress.Answer;
import ringside.lesson.progress.Bookmark;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.Progress;

final class DiaryTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.ofEpochMilli(1_000));

    /** Remembers what was changed, to do it to something else. */
    private static final class Waiting implements Notebook {
        private final List<UnaryOperator<Progress>> changes = new ArrayList<>();

        @Override
        public Progress progress() {
            return Progress.NONE;
        }

        @Override
        public void change(UnaryOperator<Progress> how) {
            changes.add(how);
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public Optional<String> takeNews() {
            return Optional.empty();
        }

        @Override
        public void retry() {
            changes.clear();
        }

        @Override
        public boolean readOnly() {
            return true;
        }
    }

    @Test
    void writesNothingOnceItIsClosed() {
        var book = new Waiting();
        var diary = new Diary(book, NOON);
        diary.close();
        diary.note(p -> p.withoutLesson("the-ring"));
        assertThat(book.changes).isEmpty();
    }

    @Test
    void keepsTheAnswersOfAnotherWindowWhenALessonIsBegunInThisOne() {
        var lesson = Lessons.builtIn().find("the-ring").orElseThrow();
        var book = new Waiting();
        assertThat(new Diary(book, NOON).open(lesson)).isEmpty();
        var answer = new Answer("1.2", "Which?", "3", "3", "", Optional.empty(), 7);
        var notes = new LessonNotes(2, true, 5, 9, 100, List.of(answer), Optional.of(Bookmark.atStep(2)));
        var kept = Progress.NONE.with("the-ring", notes);
        for (var change : book.changes) {
            kept = change.apply(kept);
        }
        var after = kept.lesson("the-ring").orElseThrow();
        assertThat(after.answers()).containsExactly(answer);
        assertThat(after.done()).isTrue();
        assertThat(after.spentMillis()).isEqualTo(100);
    }
}
