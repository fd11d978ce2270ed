package ringside.config.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A path as it can be sent, whatever is in it. */
public final class SendablePath {
    private SendablePath() {}

    /** The path with blanks, control characters and what is not ASCII in percent-escapes (RFC 3986 §2.1). */
    public static String of(String path) {
        var sendable = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7f) {
                sendable.append((char) b);
            } else {
                sendable.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
            }
        }
        return sendable.toString();
    }
}
