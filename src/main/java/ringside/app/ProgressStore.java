package ringside.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.Progress;
import ringside.view.Texts;

/**
 * The learner's progress, kept in the data directory.
 *
 * <p>Writing happens away from whoever changes something; of several changes the last counts. Where nothing can be kept
 * now, the changes wait: once it can, they are made again to what is kept by then.
 */
final class ProgressStore implements Notebook, AutoCloseable {
    private final Vault vault;
    private final Progress first;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("progress").daemon(true).factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final List<UnaryOperator<Progress>> changes = new ArrayList<>();
    private volatile Progress progress = Progress.NONE;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean mayWrite;
    private final AtomicReference<Optional<String>> news = new AtomicReference<>(Optional.empty());
    private boolean begunBefore;

    /** That of a directory, which need not exist yet; a first progress begins with what {@code first} gives. */
    ProgressStore(Path folder, Disk disk, InstantSource clock, Progress first) {
        this.vault = new Vault(folder, disk, clock);
        this.first = first;
        if (open()) {
            soon();
        }
    }

    /** That of whoever is logged in; what once was kept among the settings is moved here. */
    static ProgressStore ofThisUser(Settings settings) {
        var clock = InstantSource.system();
        var store = new ProgressStore(
                DataDirectory.ofThisUser(), Disk.OF_THIS_MACHINE, clock, settings.lessons(clock.millis()));
        if (store.begunBefore()) {
            settings.forgetLessons();
        }
        return store;
    }

    /* Whether there is something to write. */
    private boolean open() {
        var barred = take();
        try {
            var found = vault.read();
            news.set(found.news());
            begunBefore = found.progress().isPresent();
            trouble = found.newer() ? Optional.of(Texts.text("progress.newer")) : barred;
            return begin(found.progress(), trouble.isEmpty());
        } catch (IOException e) {
            trouble = Optional.of(impossible(e));
            return false;
        }
    }

    /* Why nothing may be written here now; what is kept can be read all the same. */
    private Optional<String> take() {
        try {
            return vault.take() ? Optional.empty() : Optional.of(Texts.text("progress.other"));
        } catch (IOException e) {
            return Optional.of(impossible(e));
        }
    }

    private synchronized boolean begin(Optional<Progress> kept, boolean may) {
        var now = kept.orElse(first);
        for (var change : changes) {
            now = change.apply(now);
        }
        boolean more = !changes.isEmpty() || (kept.isEmpty() && !now.equals(Progress.NONE));
        progress = now;
        mayWrite = may;
        if (may) {
            trouble = Optional.empty();
            changes.clear();
        }
        return may && more;
    }

    private String impossible(IOException e) {
        return Texts.text("progress.impossible", vault.folder(), AtomicFile.reason(e));
    }

    @Override
    public Optional<String> takeNews() {
        return news.getAndSet(Optional.empty());
    }

    /** Whether progress had been kept here before. */
    boolean begunBefore() {
        return begunBefore;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public synchronized void change(UnaryOperator<Progress> how) {
        var next = how.apply(progress);
        if (next.equals(progress)) {
            return;
        }
        progress = next;
        if (mayWrite) {
            soon();
        } else {
            changes.add(how);
        }
    }

    private void soon() {
        if (!waiting.getAndSet(true)) {
            writer.execute(this::write);
        }
    }

    private void write() {
        waiting.set(false);
        try {
            vault.save(progress);
            trouble = Optional.empty();
        } catch (IOException e) {
            trouble = Optional.of(impossible(e));
        }
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public boolean readOnly() {
        return !mayWrite;
    }

    @Override
    public void retry() {
        if (trouble.isPresent()) {
            writer.execute(() -> {
                if (mayWrite || open()) {
                    write();
                }
            });
        }
    }

    /** Waits until everything is written, and leaves the directory to others. */
    @Override
    public void close() {
        retry();
        writer.execute(this::leave);
        writer.shutdown();
        try {
            writer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            vault.close();
        } catch (IOException e) {
            System.getLogger("ringside").log(System.Logger.Level.WARNING, "the progress can't be left to others", e);
        }
    }
}
