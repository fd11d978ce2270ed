package ringside.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.net.Served;

/**
 * Writes a line for every request that has ended, on a thread of its own: no request waits for the disk. What comes faster
 * than it can be written is left out and counted.
 *
 * <p>A file that has grown to its bound is moved aside to the same name with {@code .1}, over the one that is there.
 */
final class AccessLog implements Consumer<Served>, AutoCloseable {
    private static final int QUEUE = 1 << 16;
    private static final long MOST_CHARACTERS = 64 << 20;

    private record Entry(long epochMillis, @Nullable Served served) {}

    private static final Entry END = new Entry(0, null);

    private final Path file;
    private final AccessFormat format;
    private final InstantSource clock;
    private final Consumer<String> notices;
    private final long mostCharacters;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread thread;
    private BufferedWriter out;
    private long written;
    private boolean failing;

    /**
     * A log that goes on at the end of this file.
     *
     * @param notices is told, in one sentence, what goes wrong while it is written
     * @throws IOException when the file cannot be written
     */
    AccessLog(Path file, AccessFormat format, InstantSource clock, Consumer<String> notices) throws IOException {
        this(file, format, clock, notices, MOST_CHARACTERS);
    }

    AccessLog(Path file, AccessFormat format, InstantSource clock, Consumer<String> notices, long mostCharacters)
            throws IOException {
        this.file = file;
        this.format = format;
        this.clock = clock;
        this.notices = notices;
        this.mostCharacters = mostCharacters;
        out = open();
        thread = Thread.ofVirtual().name("access log").start(this::write);
    }

    private BufferedWriter open() throws IOException {
        var writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
        return writer;
    }

    @Override
    public void accept(Served served) {
        if (!queue.offer(new Entry(clock.millis(), served))) {
            long lost = leftOut.incrementAndGet();
            if (Long.bitCount(lost) == 1) {
                notices.accept("the access log is behind: " + lost + " lines were left out so far");
            }
        }
    }

    private void write() {
        try {
            for (var entry = queue.take(); entry.served() != null; entry = queue.take()) {
                write(entry);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Entry entry) {
        try {
            if (written >= mostCharacters) {
                turnOver();
            }
            var line = format.line(entry.epochMillis(), java.util.Objects.requireNonNull(entry.served()));
            out.write(line);
            out.newLine();
            written += line.length() + 1L;
            if (queue.isEmpty()) {
                out.flush();
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                notices.accept("the access log cannot be written to " + file + ": " + e.getMessage());
            }
        }
    }

    private void turnOver() throws IOException {
        out.close();
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        out = open();
    }

    /** Writes what there is, and closes the file. */
    @Override
    public void close() {
        try {
            queue.put(END);
            thread.join();
            out.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            notices.accept("the access log's end cannot be written to " + file + ": " + e.getMessage());
        }
    }
}
