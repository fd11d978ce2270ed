package ringside.lesson.progress;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a learner is in a lesson, and all that is needed to go on there. Blocks are named by their step's number and
 * their own within it, such as {@code 3.2}, both from 1.
 *
 * @param digest of the lesson's text: of another text only the step is taken
 * @param reached the furthest step reached, counted from 1
 * @param shown the step that is shown, counted from 1, no further
 * @param answers what was predicted this time, in the order of the lesson
 * @param said what each task, caption and measured figure came to, by block
 * @param pressed what came of commands, by block: nothing when they were carried out, otherwise why not
 * @param tried the scenario with which each trial was begun, as a scenario file says it, by block
 * @param asked the number of events before each prediction, by block
 * @param right what was right where that can be drawn, as answers are written, by block
 * @param drafts the configurations that are being written, by block
 * @param undoing what can be undone and done again
 * @param world the world as it was, if it can be told again
 */
public record Bookmark(
        String digest,
        int reached,
        int shown,
        List<Answer> answers,
        Map<String, String> said,
        Map<String, String> pressed,
        Map<String, String> tried,
        Map<String, Long> asked,
        Map<String, String> right,
        Map<String, Draft> drafts,
        Undoing undoing,
        Optional<StoryText> world) {
    /**
     * Commands, one a line, the next to be carried out first.
     *
     * @param undo what undoes the last deeds
     * @param redo what does again what was undone
     */
    public record Undoing(String undo, String redo) {
        /** There is nothing to undo. */
        public static final Undoing NOTHING = new Undoing("", "");
    }

    public Bookmark {
        if (shown < 1 || shown > reached) {
            throw new IllegalArgumentException(
                    "the step that is shown is from 1 to the one reached, not " + shown + " of " + reached);
        }
        answers = List.copyOf(answers);
        said = Collections.unmodifiableMap(new TreeMap<>(said));
        pressed = Collections.unmodifiableMap(new TreeMap<>(pressed));
        tried = Collections.unmodifiableMap(new TreeMap<>(tried));
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
        right = Collections.unmodifiableMap(new TreeMap<>(right));
        drafts = Collections.unmodifiableMap(new TreeMap<>(drafts));
    }

    /** One that knows the step alone, of a lesson of another text or from before there were others. */
    public static Bookmark atStep(int reached) {
        return new Bookmark(
                "",
                reached,
                reached,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Undoing.NOTHING,
                Optional.empty());
    }
}
