package ringside.lesson.progress;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps nothing beyond the program's end, and knows of no trouble. */
final class NotebookOfToday implements Notebook {
    private Progress progress = Progress.NONE;

    @Override
    public synchronized Progress progress() {
        return progress;
    }

    @Override
    public synchronized void change(UnaryOperator<Progress> how) {
        progress = how.apply(progress);
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
        /* There never is any trouble. */
    }

    @Override
    public boolean readOnly() {
        return false;
    }
}
