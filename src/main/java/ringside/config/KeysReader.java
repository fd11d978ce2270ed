package ringside.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ringside.world.Keys;

/** Turns YAML, and the file of keys that it may name, into keys. */
final class KeysReader {
    private static final int LARGEST_FILE = 64 * 1024 * 1024;

    private KeysReader() {}

    static Keys keys(YamlValue value, Optional<Path> folder) {
        var choice = value.choice("uniform", "zipf", "named", "file");
        var of = choice.getValue();
        return switch (choice.getKey()) {
            case "uniform" -> new Keys.Uniform(of.whole(1, Keys.MOST));
            case "zipf" -> zipf(of);
            case "named" -> {
                var names = of.list().stream().map(YamlValue::text).toList();
                yield of.checked(() -> new Keys.Named(names));
            }
            default ->
                named(
                        of,
                        folder.orElseThrow(() -> of.wrong(
                                "names a file; here the keys themselves should stand," + " such as {named: [a, b]}")));
        };
    }

    private static Keys zipf(YamlValue value) {
        var fields = value.map("count", "exponent");
        return new Keys.Zipf(
                fields.required("count").whole(1, Keys.MOST),
                fields.required("exponent").number(0, 10));
    }

    private static Keys named(YamlValue value, Path folder) {
        var file = inside(value, folder);
        var text = TextFile.read(file, value.text(), LARGEST_FILE);
        return value.checked(() -> new Keys.Named(text.lines().toList()));
    }

    /** The file that is named, which must lie in the folder even when links are followed. */
    private static Path inside(YamlValue value, Path folder) {
        var name = value.text();
        var right = "name a file in the scenario's own folder, such as keys.txt";
        if (!name.matches("[^\\\\:\\p{Cntrl}]+")
                || name.startsWith("/")
                || List.of(name.split("/")).contains("..")) {
            throw value.wrong("leads out of the scenario's folder; " + right);
        }
        var file = folder.resolve(name);
        try {
            if (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
                throw value.wrong("is a link out of the scenario's folder; " + right);
            }
        } catch (IOException e) {
            throw value.wrong("cannot be read; " + right);
        }
        if (!Files.exists(file)) {
            throw value.wrong("names " + Printable.brief(name) + ", and there is no such file; " + right);
        }
        return file;
    }
}
