package ringside.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.BadInput;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;

class IncludesTest {
    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void aFileOutside() throws IOException {
        home = folder.resolve("conf");
        Files.createDirectories(home.resolve("sites"));
        Files.writeString(folder.resolve("secret.conf"), "upstream secret { server 127.0.0.1:1; }");
    }

    @Test
    void putsAFileOfTheFolderInThePlaceOfItsInclude() throws IOException {
        Files.writeString(home.resolve("sites/a.conf"), "upstream a { include sites/servers.conf; }");
        Files.writeString(home.resolve("sites/servers.conf"), "server 127.0.0.1:1;\nserver 127.0.0.1:2 weight=2;");
        var setup = read("http { include sites/a.conf; upstream b { server 127.0.0.1:3; } }");
        assertThat(setup.upstreams()).extracting(Upstream::name).containsExactly("a", "b");
        assertThat(setup.upstreams().getFirst().servers()).hasSize(2);
        assertThat(setup.notes()).isEmpty();
    }

    @Test
    void findsAFileOfTheFolderByItsWholePath() throws IOException {
        Files.writeString(home.resolve("sites/a.conf"), "upstream a { server 127.0.0.1:1; }");
        assertThat(read("http { include '" + home.resolve("sites/a.conf") + "'; }")
                        .upstreams())
                .hasSize(1);
    }

    @Test
    void tellsAnErrorInAnIncludedFileByThatFilesName() throws IOException {
        Files.writeString(home.resolve("sites/a.conf"), "upstream a {\n  server 127.0.0.1:1 wieght=2;\n}");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("http { include sites/a.conf; }"))
                .withMessageStartingWith(Path.of("sites", "a.conf") + ":2:22: \"wieght=2\" is no parameter");
    }

    @ParameterizedTest
    @CsvSource({
        "../secret.conf, outside the folder",
        "sites/../../secret.conf, outside the folder",
        "/etc/shadow, outside the folder",
        "link.conf, a link leads outside",
        "sites, not a file",
        "sites/*.conf, patterns are not followed",
        "missing.conf, no such file",
        "file:///etc/passwd, no such file"
    })
    void leavesOutWhatIsNotInTheFolder(String name, String why) throws IOException {
        Files.createSymbolicLink(home.resolve("link.conf"), folder.resolve("secret.conf"));
        var setup = read("http { include " + name + "; }");
        assertThat(setup.upstreams()).isEmpty();
        assertThat(setup.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.toString())
                        .contains("nginx.conf:1:16: \"" + name + "\" is left out: ")
                        .contains(why));
    }

    @Test
    void namesTheFilesThatIncludeEachOther() throws IOException {
        Files.writeString(home.resolve("b.conf"), "include sites/../nginx.conf;");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("include b.conf;"))
                .withMessage("b.conf:1:9: \"sites/../nginx.conf\" includes itself: nginx.conf includes b.conf includes"
                        + " nginx.conf; remove one of them");
    }

    @Test
    void boundsHowOftenFilesAreIncluded() throws IOException {
        Files.writeString(home.resolve("b.conf"), "");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("include b.conf;".repeat(201)))
                .withMessageContaining("may have 200 of them");
    }

    @Test
    void boundsHowMuchIsIncluded() throws IOException {
        Files.writeString(home.resolve("b.conf"), "#".repeat(1024 * 1024));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("include b.conf;".repeat(5)))
                .withMessageContaining("4194304 characters");
    }

    @Test
    void followsNothingWithoutAFolder() {
        var setup = NginxConf.read("nginx.conf", "include mime.types;");
        assertThat(setup.notes())
                .extracting(Object::toString)
                .containsExactly("nginx.conf:1:9: \"mime.types\" is left out: no folder was given to find it in");
    }

    private ProxySetup read(String text) throws IOException {
        var file = home.resolve("nginx.conf");
        Files.writeString(file, text);
        return NginxConf.read(file);
    }
}
