package ringside.net;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which protocol a head would change to (RFC 9110 §7.8). */
final class Upgrade {
    /*
     * Ignoring Upgrade is always allowed, so whatever is not plain is ignored: several fields, several protocols, a name
     * that is no token. Other spellings of HTTP and TLS are never passed on: a server that took them would speak
     * requests past the proxy (h2c smuggling).
     */
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PROTOCOL = Pattern.compile("(" + TOKEN + ")(/" + TOKEN + ")?");
    private static final Set<String> NEVER = Set.of("h2", "h2c", "h3", "http", "https", "tls");

    private Upgrade() {}

    /** The one protocol that a head names for its connection; nothing when there is none that could be passed on. */
    static Optional<String> of(Fields fields, Options options) {
        if (!options.upgrade() || fields.count(FieldName.UPGRADE) != 1) {
            return Optional.empty();
        }
        var named = fields.value(fields.place(FieldName.UPGRADE));
        var parts = PROTOCOL.matcher(named);
        return parts.matches() && !NEVER.contains(parts.group(1).toLowerCase(Locale.ROOT))
                ? Optional.of(named)
                : Optional.empty();
    }
}
