package ringside.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Who may write into a data directory: one program at a time; a program that was killed holds nothing any more. */
final class ProfileLock implements AutoCloseable {
    private final FileChannel file;
    private final FileLock lock;

    private ProfileLock(FileChannel file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** The lock, unless another has it. @throws IOException when there is no writing there at all */
    @SuppressWarnings("MustBeClosed")
    static Optional<ProfileLock> take(Path path) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = file.tryLock();
            if (lock != null) {
                return Optional.of(new ProfileLock(file, lock));
            }
        } catch (OverlappingFileLockException _) {
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        file.close();
    }
}
