package ringside.lesson.progress;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where a learner's progress is kept. Any thread may use it, and none waits for a disk. */
public interface Notebook {
    /** What is known of the learner now. */
    Progress progress();

    /** Changes it from now on; it is kept soon. */
    void change(UnaryOperator<Progress> how);

    /** Why what was done is not kept for the next day, in one sentence; empty while all is well. */
    Optional<String> trouble();

    /** What the learner should know of what was found when it was opened, in one sentence; it is told once. */
    Optional<String> takeNews();

    /** Tries to keep it once more, if there was trouble. */
    void retry();

    /** Whether others keep theirs here now, or a newer program did: then nothing should be taken away. */
    boolean readOnly();

    /** One that forgets everything when the program ends. */
    static Notebook ofToday() {
        return new NotebookOfToday();
    }
}
