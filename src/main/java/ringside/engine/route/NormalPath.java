package ringside.engine.route;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import ringside.engine.Escape;

/** The form in which paths are compared. */
public final class NormalPath {
    /*
     * RFC 3986 §6.2.2, and no more: the query goes; an escape of a letter, digit, hyphen, dot, underscore or tilde becomes
     * that character, and any other escape gets upper-case digits; what must be escaped and is not, such as an é, is; then
     * "." and ".." segments are removed, and ".." at the top goes nowhere. So %2e%2e is "..", /%61pi is /api, and an
     * escaped slash is not a slash: /a%2fb is one segment. The percent sign of what is no escape, as of %zz, is escaped
     * itself. Empty segments stay: //api is not /api.
     *
     * The trap: the server gets the path as it was sent. If it normalises otherwise - takes %2f for a slash, or
     * "/;x/../" for a segment less - it serves a path that no route was meant to reach. nginx, for one, undoes every
     * escape before it looks for a location.
     */
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private NormalPath() {}

    /** The normal form of the path of a request target; the same again of a normal form. */
    public static String of(String target) {
        int query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        return isPlain(path) ? path : withoutDots(unescaped(path));
    }

    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' || c <= ' ' || c > '~' || (c == '.' && i > 0 && path.charAt(i - 1) == '/')) {
                return false;
            }
        }
        return true;
    }

    private static String unescaped(String path) {
        var normal = new StringBuilder(path.length());
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            int value = Escape.at(bytes, at);
            if (value >= 0) {
                at += 2;
            }
            if (value >= 0 ? isUnreserved(value) : bytes[at] > ' ' && bytes[at] <= '~' && bytes[at] != '%') {
                normal.append((char) (value >= 0 ? value : bytes[at]));
            } else {
                HEX.toHexDigits(normal.append('%'), (byte) (value >= 0 ? value : bytes[at]));
            }
        }
        return normal.toString();
    }

    private static boolean isUnreserved(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~');
    }

    private static String withoutDots(String path) {
        if (!path.startsWith("/")) {
            return path;
        }
        var kept = new ArrayList<String>();
        var segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case ".." -> {
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                    leaveSlash(kept, last);
                }
                case "." -> leaveSlash(kept, last);
                default -> kept.add(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void leaveSlash(List<String> kept, boolean last) {
        if (last) {
            kept.add("");
        }
    }
}
