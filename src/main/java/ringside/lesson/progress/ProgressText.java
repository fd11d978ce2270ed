package ringside.lesson.progress;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Progress as JSON that a person can read. {@link ProgressReader} reads it again. */
public final class ProgressText {
    static final int LONGEST_TEXT = 8000;
    static final int LONGEST_STORY = 256 * 1024;
    static final int MOST_BLOCKS = 2000;
    static final int MOST_TRIALS = 40;

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ProgressText() {}

    /** The text; what is too long to be read again is shortened or left out. */
    public static String write(Progress progress) {
        var all = new JsonObject();
        all.add("lessons", map(progress.lessons(), ProgressText::lesson));
        all.add("reviews", map(progress.reviews(), reviews -> list(reviews, ProgressText::review)));
        all.add("cards", map(progress.cards(), ProgressText::card));
        all.add("out", map(progress.out(), JsonPrimitive::new));
        return GSON.toJson(all) + "\n";
    }

    private static <V> JsonObject map(Map<String, V> values, Function<V, JsonElement> write) {
        var all = new JsonObject();
        values.forEach((id, value) -> all.add(id, write.apply(value)));
        return all;
    }

    private static <V> JsonArray list(Collection<V> values, Function<V, JsonElement> write) {
        var all = new JsonArray();
        values.forEach(value -> all.add(write.apply(value)));
        return all;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static JsonElement text(String text) {
        return new JsonPrimitive(shortened(text));
    }

    private static JsonObject lesson(LessonNotes notes) {
        var all = new JsonObject();
        all.addProperty("reached", notes.reached());
        all.addProperty("done", notes.done());
        all.addProperty("begun", notes.begunMillis());
        all.addProperty("last", notes.lastMillis());
        all.addProperty("spent", notes.spentMillis());
        all.add("answers", list(notes.answers(), ProgressText::answer));
        notes.bookmark().ifPresent(b -> all.add("bookmark", bookmark(b)));
        return all;
    }

    private static JsonObject answer(Answer answer) {
        var all = new JsonObject();
        all.addProperty("place", answer.place());
        all.addProperty("when", answer.millis());
        all.add("question", text(answer.question()));
        all.add("given", text(answer.given()));
        all.add("shown", text(answer.shown()));
        all.add("because", text(answer.because()));
        answer.verdict().ifPresent(verdict -> {
            var came = new JsonObject();
            came.addProperty("right", verdict.right());
            came.add("answer", text(verdict.answer()));
            came.add("explanation", text(verdict.explanation()));
            all.add("verdict", came);
        });
        return all;
    }

    private static JsonObject bookmark(Bookmark bookmark) {
        var all = new JsonObject();
        all.addProperty("lesson", bookmark.digest());
        all.addProperty("reached", bookmark.reached());
        all.addProperty("shown", bookmark.shown());
        all.add("answers", list(bookmark.answers(), ProgressText::answer));
        all.add("said", map(bookmark.said(), ProgressText::text));
        all.add("pressed", map(bookmark.pressed(), ProgressText::text));
        all.add("tried", map(bookmark.tried(), JsonPrimitive::new));
        all.add("asked", map(bookmark.asked(), JsonPrimitive::new));
        all.add("right", map(bookmark.right(), ProgressText::text));
        var drafts = new TreeMap<>(bookmark.drafts());
        drafts.values().removeIf(draft -> !draft.fits());
        all.add("drafts", map(drafts, ProgressText::draft));
        all.add("undoing", undoing(bookmark.undoing()));
        bookmark.world().filter(ProgressText::fits).ifPresent(w -> all.add("world", story(w)));
        return all;
    }

    private static JsonObject draft(Draft draft) {
        var all = new JsonObject();
        draft.text().ifPresent(text -> all.addProperty("text", text));
        all.add("laid", numbers(draft.laid()));
        all.add("ports", numbers(draft.ports()));
        all.addProperty("ours", draft.ours());
        return all;
    }

    private static JsonArray numbers(List<Integer> numbers) {
        var all = new JsonArray();
        numbers.forEach(all::add);
        return all;
    }

    private static JsonObject undoing(Bookmark.Undoing undoing) {
        boolean fits =
                undoing.undo().length() <= LONGEST_STORY && undoing.redo().length() <= LONGEST_STORY;
        var all = new JsonObject();
        all.addProperty("undo", fits ? undoing.undo() : "");
        all.addProperty("redo", fits ? undoing.redo() : "");
        return all;
    }

    private static boolean fits(StoryText story) {
        return story.scenario().length() <= LONGEST_STORY && story.deeds().length() <= LONGEST_STORY;
    }

    private static JsonObject story(StoryText story) {
        var all = new JsonObject();
        all.addProperty("scenario", story.scenario());
        all.addProperty("deeds", story.deeds());
        all.addProperty("nanos", story.nanos());
        return all;
    }

    private static JsonObject review(Review review) {
        var all = new JsonObject();
        all.addProperty("when", review.millis());
        all.addProperty("grade", review.grade());
        return all;
    }

    private static JsonObject card(OwnCard card) {
        var all = new JsonObject();
        all.addProperty("lesson", card.lesson());
        all.addProperty("made", card.madeMillis());
        all.add("front", text(card.front()));
        all.add("back", text(card.back()));
        card.moment().filter(ProgressText::fits).ifPresent(m -> all.add("moment", story(m)));
        return all;
    }
}
