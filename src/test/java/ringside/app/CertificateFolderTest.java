package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import ringside.net.Credentials;

class CertificateFolderTest {
    private final Instant today = Instant.now();

    @TempDir
    Path directory;

    private CertificateFolder folder() {
        return new CertificateFolder(directory.resolve("tls"));
    }

    private Path file(String name) {
        return directory.resolve("tls").resolve(name);
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory.resolve("tls"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void makesAnAuthorityForThisMachineAlone() throws Exception {
        var made = folder().credentials();

        assertThat(made.authority().getBasicConstraints()).isZero();
        assertThat(made.leaf().getBasicConstraints()).isEqualTo(-1);
        assertThat(made.leaf().getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1).toString()))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(made.leaf().getPublicKey().getAlgorithm()).isEqualTo("EC");
        made.leaf().verify(made.authority().getPublicKey());
        assertThat(Duration.between(today, made.leaf().getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(395), Duration.ofDays(397));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseReadTheKeys() throws Exception {
        folder().credentials();

        assertThat(names()).containsExactly("authority.key", "authority.pem", "localhost.key", "localhost.pem", "lock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("tls"))))
                .isEqualTo("rwx------");
        assertThat(permissions("authority.key")).isEqualTo("rw-------");
        assertThat(permissions("localhost.key")).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesKeysThatOthersCanRead() throws Exception {
        folder().credentials();
        Files.setPosixFilePermissions(file("localhost.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> folder().credentials())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file("localhost.key") + " is open to others (rw-r-----): chmod 600 it, or remove "
                        + directory.resolve("tls") + " to have a new authority made");
    }

    @Test
    void isTheSameTheNextTime() {
        var first = folder().credentials();
        var second = folder().credentials();

        assertThat(second.leaf()).isEqualTo(first.leaf());
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(second.authority()).isEqualTo(first.authority());
    }

    @Test
    void replacesALeafThatIsAboutToEndAndKeepsItsAuthority() {
        var first = folder().credentials();
        var later = folder().credentials(today.plus(Duration.ofDays(380)));

        assertThat(later.leaf()).isNotEqualTo(first.leaf());
        assertThat(later.authority()).isEqualTo(first.authority());
    }

    @Test
    void replacesAnAuthorityThatWouldEndBeforeItsLeaf() {
        var first = folder().credentials();
        var later = folder().credentials(today.plus(Duration.ofDays(3600)));

        assertThat(later.authority()).isNotEqualTo(first.authority());
    }

    @Test
    void keepsDamagedFilesAsideAndMakesNewOnes() throws Exception {
        var first = folder().credentials();
        Files.writeString(file("authority.pem"), "rubbish");
        var second = folder().credentials();

        assertThat(second.authority()).isNotEqualTo(first.authority());
        assertThat(second.good(today)).isTrue();
        assertThat(names())
                .filteredOn(name -> name.startsWith("authority.pem.old-"))
                .hasSize(1);
        try (var files = Files.list(directory.resolve("tls"))) {
            var aside = files.filter(f -> f.getFileName().toString().startsWith("authority.pem.old-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(aside).hasContent("rubbish");
        }
    }

    @Test
    void replacesACertificateThatIsNotThatOfItsKey() throws Exception {
        var first = folder().credentials();
        var other = new CertificateFolder(directory.resolve("other"));
        other.credentials();
        Files.copy(
                directory.resolve("other/localhost.key"), file("localhost.key"), StandardCopyOption.REPLACE_EXISTING);
        var second = folder().credentials();

        assertThat(second.authority()).isEqualTo(first.authority());
        assertThat(second.good(today)).isTrue();
    }

    @Test
    void thoseWhoBeginAtOnceAgree() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Credentials> one = () -> folder().credentials();
            var leaves = new HashSet<>();
            for (var made :
                    threads.invokeAll(Stream.generate(() -> one).limit(8).toList())) {
                leaves.add(made.get().leaf());
            }
            assertThat(leaves).hasSize(1);
        }
    }
}
