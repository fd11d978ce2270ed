package ringside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import ringside.config.BadInput;
import ringside.config.Digest;
import ringside.config.TextFile;
import ringside.lesson.progress.Progress;
import ringside.lesson.progress.ProgressReader;
import ringside.lesson.progress.ProgressText;
import ringside.view.Texts;

/**
 * A learner's progress as the bytes of a file: one JSON object, whose first line says which format it is, which save,
 * and what the save's number and all that follows add up to. The same bytes are kept, exported and imported.
 */
final class ProgressFile {
    /** How many bytes such a file may have. */
    static final int LARGEST = 32 << 20;

    private static final int VERSION = 1;
    private static final Pattern FIRST_LINE = Pattern.compile(
            "\\{\"ringside-progress\": (\\d{1,6}), \"save\": (\\d{1,15}), \"sha256\": \"([0-9a-f]{64})\","
                    + " \"progress\":");

    private ProgressFile() {}

    /** What is in such a file. */
    sealed interface Content {
        /** What was kept, and the number of the save. */
        record Good(Progress progress, long save) implements Content {}

        /** What a newer program wrote, so this one does not know how to read it. */
        record Newer() implements Content {}

        /** Something else, or not all of it: why, in one sentence. */
        record Damaged(String why) implements Content {}
    }

    /** The bytes of a save. */
    static byte[] write(Progress progress, long save) {
        var body = ProgressText.write(progress) + "}\n";
        var first = "{\"ringside-progress\": " + VERSION + ", \"save\": " + save + ", \"sha256\": \""
                + digest(String.valueOf(VERSION), String.valueOf(save), body) + "\", \"progress\":\n";
        return (first + body).getBytes(StandardCharsets.UTF_8);
    }

    /** The progress in a file that a user chose. @throws BadInput when it is none, saying why */
    static Progress open(Path path) {
        var name = String.valueOf(path.getFileName());
        return switch (read(name, TextFile.bytes(path, name, _ -> LARGEST))) {
            case Content.Good(var progress, long _) -> progress;
            case Content.Newer _ -> throw new BadInput(Texts.text("progress.file-newer", name));
            case Content.Damaged _ -> throw new BadInput(Texts.text("progress.file-bad", name));
        };
    }

    /** Writes progress into a file that a user chose. @throws UncheckedIOException saying why not */
    static void save(Path path, Progress progress) {
        try {
            AtomicFile.write(path, write(progress, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.text("save.impossible", path, AtomicFile.reason(e)), e);
        }
    }

    private static String digest(String version, String save, String body) {
        return Digest.of(version + " " + save + "\n" + body);
    }

    /** What some bytes say. */
    static Content read(String name, byte[] bytes) {
        try {
            var text = bytes.length > LARGEST ? "" : TextFile.text(bytes, name);
            int end = text.indexOf('\n');
            var first = FIRST_LINE.matcher(text.substring(0, Math.max(0, end)));
            if (!first.matches()) {
                return new Content.Damaged(name + " is no progress that Ringside saved, or not all of it");
            }
            return read(name, first.group(1), first.group(2), first.group(3), text.substring(end + 1));
        } catch (BadInput e) {
            return new Content.Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static Content read(String name, String version, String save, String sum, String body) {
        if (!sum.equals(digest(version, save, body)) || !body.endsWith("}\n")) {
            return new Content.Damaged(name + " was changed or cut after Ringside saved it");
        }
        if (Integer.parseInt(version) != VERSION) {
            return new Content.Newer();
        }
        var progress = ProgressReader.read(name, body.substring(0, body.length() - 2));
        return new Content.Good(progress, Long.parseLong(save));
    }
}
