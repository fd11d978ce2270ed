package ringside.view.shell;

import java.util.Optional;
import ringside.config.run.Preview;
import ringside.config.run.Run;
import ringside.lesson.Lessons;
import ringside.lesson.progress.Progress;
import ringside.lesson.workshop.Workplace;
import ringside.world.Scenario;

/** What the window needs of the rest of the program and of the desktop. */
public interface Outside {
    /** What is in a file that the user opened. */
    sealed interface Opened {
        /**
         * A scenario, which can run in virtual time or live.
         *
         * @param name its file's name
         * @param scenario what it says
         */
        record Setup(String name, Scenario scenario) implements Opened {}

        /** A run, to be told again. */
        record Saved(Run run) implements Opened {}
    }

    /**
     * What a file looks like from afar.
     *
     * @param changedMillis when it was written, in milliseconds since 1970
     * @param preview its small picture, if it is a run that has one
     */
    record Sight(long changedMillis, Optional<Preview> preview) {}

    /** The lessons in the order they are taught; may take a while. */
    Lessons lessons();

    /** Where a workshop's configurations are run. */
    Workplace workplace();

    /** Asks for a file to open: its path. The question begins in the folder of another one, if there is one. */
    Optional<String> askForFile(Optional<String> near);

    /** Asks under which path to save a run that may be called this. */
    Optional<String> askWhereToSave(String title, Optional<String> near);

    /** Reads a file; may take a while. @throws ringside.config.BadInput when it can't be used, saying where and why */
    Opened open(String path);

    /**
     * Writes a run into a file, whole or not at all; may take a while.
     *
     * @throws java.io.UncheckedIOException when there is no writing there, saying why
     * @throws IllegalArgumentException when the run can't be said in full, saying what of it
     */
    void save(String path, Run run);

    /** Asks for a file of cards as text: its path. */
    Optional<String> askForCards();

    /** Asks under which path to write cards as text. */
    Optional<String> askWhereToSaveCards();

    /** Reads a text; may take a while. @throws ringside.config.BadInput when it can't be used, saying why */
    String readText(String path);

    /** Writes a text, whole or not at all. @throws java.io.UncheckedIOException when there is no writing there */
    void saveText(String path, String text);

    /** Asks for a file with a learner's progress: its path. */
    Optional<String> askForProgress();

    /** Asks under which path to write a learner's progress. */
    Optional<String> askWhereToSaveProgress();

    /** Reads a learner's progress; may take a while. @throws ringside.config.BadInput when it is none, saying why */
    Progress readProgress(String path);

    /** Writes a learner's progress, whole or not at all. @throws java.io.UncheckedIOException when there is no writing there */
    void saveProgress(String path, Progress progress);

    /** A file from afar; empty when it is not there. May take a while. */
    Optional<Sight> look(String path);

    /** Opens a link in the user's browser. */
    void browse(String link);
}
