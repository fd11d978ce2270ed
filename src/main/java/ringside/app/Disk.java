package ringside.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a disk to keep files; every step of it may fail. */
interface Disk {
    /** That of this machine. */
    Disk OF_THIS_MACHINE = new Disk() {};

    /** A new empty file beside another. */
    default Path fresh(Path beside) throws IOException {
        return Files.createTempFile(
                beside.toAbsolutePath().getParent(), beside.getFileName().toString(), ".new");
    }

    /** Fills a file, and waits until it is safe. */
    default void write(Path file, byte[] content) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** Puts a file in another's place, at once where the disk can. */
    default void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The bytes of a file, cut where they are too many. @throws java.nio.file.NoSuchFileException when there is none */
    default byte[] read(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    /** The files of a folder whose names match a pattern such as {@code progress.*}, in the order of their names. */
    default List<Path> list(Path folder, String pattern) throws IOException {
        try (var files = Files.newDirectoryStream(folder, pattern)) {
            var all = new ArrayList<Path>();
            files.forEach(all::add);
            all.sort(null);
            return all;
        }
    }

    /** Removes a file, if it is there. */
    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
