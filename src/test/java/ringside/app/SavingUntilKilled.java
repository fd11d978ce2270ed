package ringside.app;

import java.io.IOException;
import java.nio.file.Path;
import ringside.lesson.progress.Progress;

/** A program that saves its progress over and over, and says after each save how many there were. */
final class SavingUntilKilled {
    private SavingUntilKilled() {}

    /** Saves in the directory that it is given. */
    public static void main(String[] args) throws IOException {
        try (var vault = new Vault(Path.of(args[0]), Disk.OF_THIS_MACHINE, Notes.NOON)) {
            if (!vault.take()) {
                throw new IOException("another has the directory");
            }
            var progress = vault.read().progress().orElse(Progress.NONE);
            while (!System.out.checkError()) {
                progress = Notes.more(progress.equals(Progress.NONE) ? Notes.none() : progress);
                vault.save(progress);
                System.out.println(Notes.answers(progress));
            }
        }
    }
}
