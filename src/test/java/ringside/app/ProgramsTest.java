package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.lesson.workshop.Dialect;

final class ProgramsTest {
    @Test
    void areKeptAndForgotten(@TempDir Path folder) {
        var programs = new Programs(folder.resolve("new"));
        assertThat(programs.path(Dialect.NGINX)).isEmpty();
        programs.name(Dialect.NGINX, "/opt/with blanks/nginx");
        programs.name(Dialect.HAPROXY, "C:\\haproxy.exe");
        var others = new Programs(folder.resolve("new"));
        assertThat(others.path(Dialect.NGINX)).contains("/opt/with blanks/nginx");
        assertThat(others.path(Dialect.HAPROXY)).contains("C:\\haproxy.exe");
        others.name(Dialect.NGINX, "");
        assertThat(programs.path(Dialect.NGINX)).isEmpty();
        assertThat(programs.path(Dialect.HAPROXY)).contains("C:\\haproxy.exe");
    }

    @Test
    void areReadFromALineThatAUserWrote(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("programs.properties"), "nginx = /opt/nginx/sbin/nginx\n");
        assertThat(new Programs(folder).path(Dialect.NGINX)).contains("/opt/nginx/sbin/nginx");
        assertThat(new Programs(folder).workplace().program(Dialect.NGINX)).isEmpty();
    }

    @Test
    void areNotLostInSilence(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new Programs(file).name(Dialect.NGINX, "/x"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("programs.properties");
    }
}
