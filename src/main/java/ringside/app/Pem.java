package ringside.app;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Bytes as text between two lines that say what they are (RFC 7468). */
enum Pem {
    /** A certificate. */
    CERTIFICATE("CERTIFICATE"),
    /** A private key as PKCS #8 has it. */
    KEY("PRIVATE KEY");

    private static final int LINE = 64;

    private final String begin;
    private final String end;
    private final Pattern whole;

    Pem(String label) {
        begin = "-----BEGIN " + label + "-----\n";
        end = "-----END " + label + "-----\n";
        whole = Pattern.compile("\\s*" + begin.strip() + "([A-Za-z0-9+/=\\s]*)" + end.strip() + "\\s*");
    }

    String write(byte[] bytes) {
        var encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return begin + encoder.encodeToString(bytes) + "\n" + end;
    }

    /** The bytes. @throws IllegalArgumentException when the text is none of this kind */
    byte[] read(String text) {
        var match = whole.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not between " + begin.strip() + " and " + end.strip());
        }
        return Base64.getMimeDecoder().decode(match.group(1));
    }
}
