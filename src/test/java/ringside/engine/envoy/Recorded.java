package ringside.engine.envoy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** How long recordings were made short. */
final class Recorded {
    private Recorded() {}

    /** The SHA-256 in hexadecimal of some lines, each ended. */
    static String digest(Stream<String> lines) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> sha.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The port of a host such as {@code 127.0.0.1:90}, or such as {@code 90}. */
    static int port(String host) {
        return Integer.parseInt(host.substring(host.indexOf(':') + 1));
    }
}
