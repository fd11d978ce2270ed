package ringside.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A text file that a user named: read whole, strictly as UTF-8, and never more than is sensible. */
public final class TextFile {
    private TextFile() {}

    /**
     * The text of a file.
     *
     * @param name the file's name as the user gave it, for messages
     * @param most how many bytes it may have
     * @throws BadInput when it cannot be read, is larger, or is not UTF-8
     */
    public static String read(Path file, String name, int most) {
        var start = Place.startOf(name);
        if (Files.isDirectory(file)) {
            throw new BadInput(start, "this is a folder; name a file in it");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BadInput(start, "this file is larger than " + most + " bytes; it should be smaller");
            }
            return decoded(bytes, name);
        } catch (NoSuchFileException _) {
            throw new BadInput(start, "there is no such file; check its name and folder");
        } catch (IOException e) {
            throw new BadInput(start, "this file cannot be read (" + reason(e) + "); check its permissions");
        }
    }

    private static String reason(IOException e) {
        return e.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll(" Exception$", "");
    }

    private static String decoded(byte[] bytes, String name) {
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
