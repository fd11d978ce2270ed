package ringside.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import ringside.net.Certificates;
import ringside.net.Credentials;
import ringside.net.Issuer;

/**
 * The authority and the certificate of this machine's own names, in files that their owner alone can read.
 *
 * <p>They are made on first use and never put into a trust store. What cannot be read is kept aside and made anew; a
 * certificate that is about to end is replaced. Programs that begin at once wait for each other.
 */
final class CertificateFolder implements Certificates {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration LEAF = Duration.ofDays(427);
    private static final Object ONE_AT_A_TIME = new Object();
    private static final String ALONE = "rwx------";

    /** A key and its certificate, each in a file. */
    private record Pair(PrivateKey key, X509Certificate certificate) {}

    private final Path folder;

    /** Those in a folder, which need not exist yet. */
    CertificateFolder(Path folder) {
        this.folder = folder;
    }

    /** Those of whoever is logged in. */
    static CertificateFolder ofThisUser() {
        return new CertificateFolder(DataDirectory.ofThisUser().resolve("tls"));
    }

    @Override
    public Optional<String> file() {
        return Optional.of(certificateOf("authority").toString());
    }

    @Override
    public Credentials credentials() {
        return credentials(Instant.now());
    }

    /** Those that are good at this moment and some time after it. */
    Credentials credentials(Instant now) {
        synchronized (ONE_AT_A_TIME) {
            try {
                prepare();
                try (var channel = FileChannel.open(
                                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    return load(now);
                }
            } catch (IOException e) {
                throw new IllegalArgumentException("the certificates in " + folder + " cannot be had: " + e, e);
            }
        }
    }

    private void prepare() throws IOException {
        if (posix()) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ALONE)));
        } else {
            Files.createDirectories(folder);
        }
        refuseIfOpen(folder, "700");
    }

    private Credentials load(Instant now) throws IOException {
        var authority =
                read("authority").filter(pair -> Issuer.isAuthority(pair.key, pair.certificate, now.plus(LEAF)));
        if (authority.isEmpty()) {
            keepAside("authority");
            var fresh = Issuer.fresh();
            write("authority", fresh.key(), fresh.certificate());
            return issue(fresh);
        }
        var issuer = new Issuer(authority.get().key, authority.get().certificate);
        var leaf = read("localhost")
                .map(pair -> new Credentials(pair.key, pair.certificate, issuer.certificate()))
                .filter(own -> own.good(now) && own.good(now.plus(SOON)));
        return leaf.isPresent() ? leaf.get() : issue(issuer);
    }

    private Credentials issue(Issuer issuer) throws IOException {
        keepAside("localhost");
        var made = issuer.issue();
        write("localhost", made.key(), made.leaf());
        return made;
    }

    /** A key and its certificate; empty when they are not there or cannot be read. */
    private Optional<Pair> read(String name) throws IOException {
        if (Files.notExists(keyOf(name)) || Files.notExists(certificateOf(name))) {
            return Optional.empty();
        }
        refuseIfOpen(keyOf(name), "600");
        try {
            var key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.KEY.read(Files.readString(keyOf(name)))));
            var bytes = Pem.CERTIFICATE.read(Files.readString(certificateOf(name)));
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return certificate instanceof X509Certificate x509 ? Optional.of(new Pair(key, x509)) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private void write(String name, PrivateKey key, X509Certificate certificate) throws IOException {
        AtomicFile.write(keyOf(name), Pem.KEY.write(key.getEncoded()));
        try {
            AtomicFile.write(certificateOf(name), Pem.CERTIFICATE.write(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** What is there and is no good may still be of use to its owner. */
    private void keepAside(String name) throws IOException {
        for (var file : new Path[] {keyOf(name), certificateOf(name)}) {
            if (Files.exists(file)) {
                Files.move(file, folder.resolve(file.getFileName() + ".old-" + System.currentTimeMillis()));
            }
        }
    }

    private Path keyOf(String name) {
        return folder.resolve(name + ".key");
    }

    private Path certificateOf(String name) {
        return folder.resolve(name + ".pem");
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void refuseIfOpen(Path path, String wanted) throws IOException {
        if (!posix()) {
            return;
        }
        var permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        var own = Set.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
        if (!own.containsAll(permissions)) {
            throw new IllegalArgumentException(
                    path + " is open to others (" + PosixFilePermissions.toString(permissions) + "): chmod " + wanted
                            + " it, or remove " + folder + " to have a new authority made");
        }
    }
}
