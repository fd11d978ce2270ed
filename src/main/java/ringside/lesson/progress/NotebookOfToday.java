package ringside.lesson.progress;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Keeps nothing beyond the program's end, and knows of no trouble. */
final class NotebookOfToday implements Notebook {
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.NONE);

    @Override
    public Progress progress() {
        return progress.get();
    }

    @Override
    public void change(UnaryOperator<Progress> how) {
        progress.updateAndGet(how);
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
