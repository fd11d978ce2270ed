package ringside.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.lesson.progress.Bookmark;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.Progress;
import ringside.lesson.progress.Review;
import ringside.lesson.progress.StoryText;

/** Progress that tests keep, which can be told apart by how often one card was answered. */
final class Notes {
    /** The 22nd of November 2026, noon. */
    static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    private static final String COUNTED = "counted";

    private Notes() {}

    /** Nothing was answered yet; a lesson with a bookmark makes it as long as others are. */
    static Progress none() {
        var story = new StoryText("# a comment\n".repeat(400), "1s kill A\n".repeat(200), 5_000_000_000L);
        var mark = new Bookmark(
                "ab",
                3,
                3,
                List.of(),
                Map.of("1.1", "Done."),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Bookmark.Undoing.NOTHING,
                Optional.of(story));
        return Progress.NONE.with("the-ring", LessonNotes.begun(1).taken(mark, false, 2));
    }

    /** One more answer; the instants tell how many there were before. */
    static Progress more(Progress before) {
        return before.reviewed(COUNTED, new Review(answers(before) + 1, 3));
    }

    /** This many answers. */
    static Progress of(int answers) {
        var all = none();
        for (int i = 0; i < answers; i++) {
            all = more(all);
        }
        return all;
    }

    /** How many answers there were, those included that are not kept any more. */
    static long answers(Progress progress) {
        var all = progress.reviews(COUNTED);
        return all.isEmpty() ? 0 : all.getLast().millis();
    }
}
