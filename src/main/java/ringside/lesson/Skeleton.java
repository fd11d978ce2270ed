package ringside.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import ringside.config.BadInput;
import ringside.config.TextFile;

/** The lesson that a teacher begins with: it works, and each of its lines is there to be changed. */
public final class Skeleton {
    private static final String FILE = "skeleton.md";

    private Skeleton() {}

    /** The text of a lesson with this id. @throws BadInput when it is no id */
    public static String text(String id) {
        try {
            FrontMatter.id(id);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        var words = id.replace('-', ' ');
        var title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return template().replace("@ID@", id).replace("@TITLE@", title);
    }

    /**
     * Writes it into a folder of its own; nothing that is there is written over.
     *
     * @return the file
     * @throws BadInput when it can't be written, saying why
     */
    public static Path write(String id, Path into) {
        var text = text(id);
        var file = into.resolve(id).resolve(LessonFile.NAME);
        try {
            Files.createDirectories(into.resolve(id));
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return file;
        } catch (FileAlreadyExistsException _) {
            throw new BadInput(file + " is there already; choose another id, or edit that lesson");
        } catch (IOException e) {
            throw new BadInput(file + " can't be written: " + TextFile.reason(e) + "; name another folder with --in");
        }
    }

    private static String template() {
        try (var in = Objects.requireNonNull(Skeleton.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
