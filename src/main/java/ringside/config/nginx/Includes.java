package ringside.config.nginx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import ringside.config.TextFile;

/** Where the files come from that a configuration includes. */
@FunctionalInterface
public interface Includes {
    /** Nowhere: no file is included. */
    Includes NONE = _ -> new Included.Left("no folder was given to find it in");

    /** What became of an include. */
    sealed interface Included {
        /**
         * The file was read.
         *
         * @param name its name from the folder on, always the same for the same file
         * @param text its text
         */
        record Found(String name, String text) implements Included {}

        /**
         * It is left out.
         *
         * @param why why, as in "it is left out: …"
         */
        record Left(String why) implements Included {}
    }

    /** The file with this name, as the configuration has it. @throws ringside.config.BadInput when it is no text */
    Included find(String name);

    /** The files of a folder and the folders in it; whatever leads out of it is left out, links too. */
    static Includes within(Path folder) {
        return name -> find(folder.toAbsolutePath().normalize(), name);
    }

    private static Included find(Path folder, String name) {
        if (name.chars().anyMatch(c -> "*?[".indexOf(c) >= 0)) {
            return new Included.Left("patterns are not followed");
        }
        try {
            var file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                return new Included.Left("it is outside the folder of this configuration");
            }
            var real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                return new Included.Left("a link leads outside the folder of this configuration");
            }
            if (!Files.isRegularFile(real)) {
                return new Included.Left("it is not a file");
            }
            var inside = folder.toRealPath().relativize(real).toString();
            return new Included.Found(inside, TextFile.read(real, inside, NginxConf.LONGEST));
        } catch (IOException | InvalidPathException _) {
            return new Included.Left("there is no such file");
        }
    }
}
