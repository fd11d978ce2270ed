package ringside.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import ringside.config.TextFile;

/** Writes a file so that a crash or a full disk at any instant leaves the old one or the new one. */
final class AtomicFile {
    private AtomicFile() {}

    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] content) throws IOException {
        write(Disk.OF_THIS_MACHINE, file, content);
    }

    static void write(Disk disk, Path file, byte[] content) throws IOException {
        var fresh = disk.fresh(file);
        try {
            disk.write(fresh, content);
            disk.move(fresh, file);
        } finally {
            disk.delete(fresh);
        }
    }

    /** Why it failed, in a few words. */
    static String reason(IOException e) {
        var why = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return why != null ? why : TextFile.reason(e);
    }
}
