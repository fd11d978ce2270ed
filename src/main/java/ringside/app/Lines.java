package ringside.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.Place;

/** A text read line by line, however long it is: strict UTF-8, and no line larger than a mebibyte. */
final class Lines implements AutoCloseable {
    private static final int LONGEST = 1024 * 1024;

    private final byte[] buffer = new byte[1 << 16];
    private final String name;
    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private int at;
    private int end;
    private int number;

    /** The lines of a stream; {@code name} stands for it in messages. */
    Lines(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** The lines of a file, or of standard input for {@code -}. @throws BadInput when it cannot be opened */
    static Lines of(String file, InputStream standard) {
        if (file.equals("-")) {
            return new Lines("input", standard);
        }
        try {
            return new Lines(file, Files.newInputStream(Path.of(file)));
        } catch (NoSuchFileException _) {
            throw new BadInput(Place.startOf(file), "there is no such file; check its name and folder");
        } catch (IOException e) {
            throw new BadInput(Place.startOf(file), "this file cannot be read (" + e + "); check its permissions");
        }
    }

    /** The next line without its end, or empty after the last. @throws BadInput when it is not text */
    Optional<String> next() {
        bytes.reset();
        number++;
        try {
            int read = read();
            if (read < 0) {
                return Optional.empty();
            }
            for (; read >= 0 && read != '\n'; read = read()) {
                if (bytes.size() == LONGEST) {
                    throw new BadInput(place(LONGEST + 1), "this line is longer than " + LONGEST + " bytes");
                }
                bytes.write(read);
            }
            return Optional.of(text());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at < end ? buffer[at++] & 0xff : -1;
    }

    private String text() {
        var encoded = ByteBuffer.wrap(bytes.toByteArray());
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException _) {
            var good = new String(encoded.array(), 0, encoded.position(), StandardCharsets.UTF_8);
            throw new BadInput(place(good.length() + 1), "this is not UTF-8 text; save the file as UTF-8");
        }
    }

    /** Which line was read last, from 1. */
    int number() {
        return number;
    }

    /** A place in the line that was read last. */
    Place place(int column) {
        return new Place(name, number, column);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
