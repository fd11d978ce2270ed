package ringside.app;

import java.nio.file.Path;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.Progress;

/** The notebook that the program keeps in a folder, for tests of the window. */
public final class KeptNotebook implements AutoCloseable {
    private final ProgressStore store;

    /** Opens it. */
    public KeptNotebook(Path folder) {
        store = new ProgressStore(folder, Disk.OF_THIS_MACHINE, Notes.NOON, Progress.NONE);
    }

    /** What the window writes into. */
    public Notebook notebook() {
        return store;
    }

    /** Writes progress as the program exports it. */
    public static void save(Path path, Progress progress) {
        ProgressFile.save(path, progress);
    }

    /** Reads what was exported. */
    public static Progress open(Path path) {
        return ProgressFile.open(path);
    }

    @Override
    public void close() {
        store.close();
    }
}
