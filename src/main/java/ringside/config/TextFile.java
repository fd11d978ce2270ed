package ringside.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/** A text file that a user named: read whole, strictly as UTF-8, and never more than is sensible. */
public final class TextFile {
    private static final int HEAD = 4;

    private TextFile() {}

    /**
     * The text of a file.
     *
     * @param name the file's name as the user gave it, for messages
     * @param most how many bytes it may have
     * @throws BadInput when it cannot be read, is larger, or is not UTF-8
     */
    public static String read(Path file, String name, int most) {
        return text(bytes(file, name, _ -> most), name);
    }

    /**
     * The bytes of a file.
     *
     * @param most how many it may have, given the first few
     * @throws BadInput when it cannot be read, or is larger
     */
    public static byte[] bytes(Path file, String name, ToIntFunction<byte[]> most) {
        var start = Place.startOf(name);
        if (Files.isDirectory(file)) {
            throw new BadInput(start, "this is a folder; name a file in it");
        }
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(HEAD);
            int limit = most.applyAsInt(head);
            var rest = in.readNBytes(limit + 1 - head.length);
            if (head.length + rest.length > limit) {
                throw new BadInput(start, "this file is larger than " + limit + " bytes; it should be smaller");
            }
            var all = Arrays.copyOf(head, head.length + rest.length);
            System.arraycopy(rest, 0, all, head.length, rest.length);
            return all;
        } catch (NoSuchFileException _) {
            throw new BadInput(start, "there is no such file; check its name and folder");
        } catch (IOException e) {
            throw new BadInput(start, "this file cannot be read (" + reason(e) + "); check its permissions");
        }
    }

    /** The kind of failure in words, such as {@code Access Denied}. */
    public static String reason(IOException e) {
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return e.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll(" Exception$", "");
    }

    /** The text that bytes are. @throws BadInput when they are not UTF-8, at the place of the first that is not */
    public static String text(byte[] bytes, String name) {
        var buffer = ByteBuffer.wrap(bytes);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            var good = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
            int line = 1 + (int) good.chars().filter(c -> c == '\n').count();
            int column = good.length() - good.lastIndexOf('\n');
            throw new BadInput(new Place(name, line, column), "this is not UTF-8 text; save the file as UTF-8");
        }
    }
}
