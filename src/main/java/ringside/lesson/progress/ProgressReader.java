package ringside.lesson.progress;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.Place;

/** Reads the text that {@link ProgressText} writes, strictly: whatever is in it keeps the bounds that are written. */
public final class ProgressReader {
    private static final long LAST_MILLI = 253_402_300_799_999L;
    private static final int MOST_STEPS = 1000;

    private ProgressReader() {}

    /** What a text says. @throws BadInput when it says something else, naming what in one sentence */
    public static Progress read(String file, String text) {
        try (var json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            var all = Fields.of(file, "the file", JsonParser.parseReader(json));
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw notJson(file);
            }
            return progress(new Fields(file, "", all.object()));
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw notJson(file);
        } catch (IllegalArgumentException e) {
            throw new BadInput(Place.startOf(file), String.valueOf(e.getMessage()));
        }
    }

    private static BadInput notJson(String file) {
        return new BadInput(Place.startOf(file), "this is no JSON; choose a file that Ringside exported");
    }

    private static Progress progress(Fields all) {
        return new Progress(
                all.map("lessons", Progress.MOST_LESSONS, e -> lesson(e.fields())),
                all.map("reviews", Progress.MOST_CARDS, e -> e.list(Progress.MOST_REVIEWS, ProgressReader::review)),
                all.map("cards", Progress.MOST_CARDS, e -> card(e.id(), e.fields())),
                all.map("out", Progress.MOST_CARDS, e -> e.whole(0, Progress.FOR_GOOD)));
    }

    private static long time(Fields of, String name) {
        return of.whole(name, 0, LAST_MILLI);
    }

    private static String text(Fields of, String name) {
        return of.text(name, ProgressText.LONGEST_TEXT);
    }

    private static int step(Fields of, String name) {
        return (int) of.whole(name, 1, MOST_STEPS);
    }

    private static LessonNotes lesson(Fields of) {
        return new LessonNotes(
                step(of, "reached"),
                of.truth("done"),
                time(of, "begun"),
                time(of, "last"),
                time(of, "spent"),
                answers(of, LessonNotes.MOST_ANSWERS),
                of.maybe("bookmark", ProgressReader::bookmark));
    }

    private static List<Answer> answers(Fields of, int most) {
        return of.list("answers", most, ProgressReader::answer);
    }

    private static Answer answer(Fields of) {
        return new Answer(
                of.text("place", Fields.LONGEST_ID),
                text(of, "question"),
                text(of, "given"),
                text(of, "shown"),
                text(of, "because"),
                of.maybe(
                        "verdict",
                        v -> new Answer.Verdict(v.truth("right"), text(v, "answer"), text(v, "explanation"))),
                time(of, "when"));
    }

    private static Bookmark bookmark(Fields of) {
        return new Bookmark(
                of.text("lesson", Fields.LONGEST_ID),
                step(of, "reached"),
                step(of, "shown"),
                answers(of, ProgressText.MOST_BLOCKS),
                of.map("said", ProgressText.MOST_BLOCKS, e -> e.text(ProgressText.LONGEST_TEXT)),
                of.map("pressed", ProgressText.MOST_BLOCKS, e -> e.text(ProgressText.LONGEST_TEXT)),
                of.map("tried", ProgressText.MOST_TRIALS, e -> e.text(ProgressText.LONGEST_STORY)),
                of.map("asked", ProgressText.MOST_BLOCKS, e -> e.whole(0, Long.MAX_VALUE)),
                of.map("right", ProgressText.MOST_BLOCKS, e -> e.text(ProgressText.LONGEST_TEXT)),
                of.map("drafts", ProgressText.MOST_BLOCKS, e -> draft(e.fields())),
                of.maybe("undoing", ProgressReader::undoing).orElse(Bookmark.Undoing.NOTHING),
                of.maybe("world", ProgressReader::story));
    }

    private static Draft draft(Fields of) {
        return new Draft(
                of.object().has("text") ? Optional.of(of.text("text", Draft.LONGEST)) : Optional.empty(),
                of.numbers("laid", Draft.MOST, 1, 10_000),
                of.numbers("ports", Draft.MOST, 1, 65_535),
                of.truth("ours"));
    }

    private static Bookmark.Undoing undoing(Fields of) {
        return new Bookmark.Undoing(
                of.text("undo", ProgressText.LONGEST_STORY), of.text("redo", ProgressText.LONGEST_STORY));
    }

    private static StoryText story(Fields of) {
        return new StoryText(
                of.text("scenario", ProgressText.LONGEST_STORY),
                of.text("deeds", ProgressText.LONGEST_STORY),
                of.whole("nanos", 0, Long.MAX_VALUE));
    }

    private static Review review(Fields of) {
        return new Review(time(of, "when"), (int) of.whole("grade", 1, 4));
    }

    private static OwnCard card(String id, Fields of) {
        return new OwnCard(
                id,
                of.text("lesson", Fields.LONGEST_ID),
                text(of, "front"),
                text(of, "back"),
                time(of, "made"),
                of.maybe("moment", ProgressReader::story));
    }
}
