package ringside.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a program keeps what is its user's: as XDG, Apple and Microsoft have it. */
final class DataDirectory {
    private DataDirectory() {}

    static Path ofThisUser() {
        return of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    static Path of(String system, String home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home + "/AppData/Roaming"), "Ringside");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Ringside");
        }
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        return data.startsWith("/") ? Path.of(data, "ringside") : Path.of(home, ".local", "share", "ringside");
    }
}
