package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DataDirectoryTest {
    @Test
    void followsXdgOnLinux() {
        assertThat(DataDirectory.of("Linux", "/h/ada", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/ringside"));
    }

    @Test
    void ignoresARelativeXdgFolderAsTheStandardAsks() {
        assertThat(DataDirectory.of("Linux", "/h/ada", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/h/ada/.local/share/ringside"));
    }

    @Test
    void isThePlatformsPlaceElsewhere() {
        assertThat(DataDirectory.of("Mac OS X", "/Users/ada", Map.of()))
                .isEqualTo(Path.of("/Users/ada/Library/Application Support/Ringside"));
        assertThat(DataDirectory.of("Windows 11", "C:/Users/ada", Map.of("APPDATA", "C:/Roaming")))
                .isEqualTo(Path.of("C:/Roaming/Ringside"));
    }
}
