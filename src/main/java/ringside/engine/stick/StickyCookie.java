package ringside.engine.stick;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ringside.engine.Pool;
import ringside.engine.ServerId;

/**
 * A cookie by which a client says which server it was at.
 *
 * @param name its name, a word without separators (RFC 6265 §4.1.1)
 * @param codec how its value tells of a server
 * @param flags what a browser is told besides
 */
public record StickyCookie(String name, CookieCodec codec, Flags flags) {
    private static final String SEPARATORS = "()<>@,;:\\\"/[]?={}";

    /** Whether a browser sends the cookie along with requests from other sites. */
    public enum SameSite {
        STRICT("Strict"),
        LAX("Lax"),
        NONE("None");

        private final String word;

        SameSite(String word) {
            this.word = word;
        }
    }

    /**
     * What a browser is told besides the value.
     *
     * @param path under which it sends the cookie, such as {@code /}
     * @param maxAge how long it keeps it; empty for as long as it runs
     * @param secure whether only over TLS
     * @param httpOnly whether scripts can't read it
     * @param sameSite whether it sends it from other sites
     */
    public record Flags(String path, Optional<Duration> maxAge, boolean secure, boolean httpOnly, SameSite sameSite) {
        /** For the whole site and as long as the browser runs, hidden from scripts, sent when a link is followed. */
        public static final Flags STANDARD = new Flags("/", Optional.empty(), false, true, SameSite.LAX);

        public Flags {
            if (!path.startsWith("/") || path.chars().anyMatch(c -> c < ' ' || c >= 0x7f || c == ';')) {
                throw new IllegalArgumentException("a cookie's path begins with / and has no ;, not \"" + path + "\"");
            }
            if (maxAge.filter(Duration::isNegative).isPresent()) {
                throw new IllegalArgumentException("a cookie's age is 0 s or more, not " + maxAge.orElseThrow());
            }
            if (sameSite == SameSite.NONE && !secure) {
                throw new IllegalArgumentException("browsers drop a cookie with SameSite=None that is not Secure");
            }
        }

        private String text(Optional<Duration> age) {
            return "; Path=" + path
                    + age.map(time -> "; Max-Age=" + time.toSeconds()).orElse("")
                    + (secure ? "; Secure" : "")
                    + (httpOnly ? "; HttpOnly" : "")
                    + "; SameSite=" + sameSite.word;
        }
    }

    public StickyCookie {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || SEPARATORS.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a cookie's name is a word without separators, not \"" + name + "\"");
        }
    }

    /**
     * The server that a client says it was at.
     *
     * @param fields the request's header fields, by name in lower case
     * @param pool who there is now
     */
    public Optional<ServerId> serverOf(Map<String, String> fields, Pool pool) {
        var cookies = fields.get("cookie");
        return cookies == null
                ? Optional.empty()
                : CookieField.value(cookies, name).flatMap(value -> codec.decode(value, pool));
    }

    /** The {@code Set-Cookie} field's value that keeps a client at a server. */
    public String keeping(ServerId server) {
        return name + "=" + codec.encode(server) + flags.text(flags.maxAge());
    }

    /** The {@code Set-Cookie} field's value that lets a client go. */
    public String clearing() {
        return name + "=" + flags.text(Optional.of(Duration.ZERO));
    }
}
