package ringside.engine.stick;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.hash.Md5;

/** How a cookie's value tells of a server. */
public sealed interface CookieCodec {
    /** The value for a server, which may stand in a cookie as it is (RFC 6265 §4.1.1). */
    String encode(ServerId server);

    /**
     * The server of a value; empty when it means nothing. Whoever sends it may have made it up.
     *
     * @param pool who there is now
     */
    Optional<ServerId> decode(String value, Pool pool);

    /** The server's name, so a server that is gone can still be told from none; what may not stand in a cookie is escaped. */
    record Named() implements CookieCodec {
        private static final HexFormat HEX = HexFormat.of().withUpperCase();
        private static final String ESCAPED = "\",;\\%";
        private static final int LONGEST = 800;

        @Override
        public String encode(ServerId server) {
            var value = new StringBuilder();
            for (byte b : server.name().getBytes(StandardCharsets.UTF_8)) {
                if (b > ' ' && b < 0x7f && ESCAPED.indexOf(b) < 0) {
                    value.append((char) b);
                } else {
                    HEX.toHexDigits(value.append('%'), b);
                }
            }
            return value.toString();
        }

        @Override
        public Optional<ServerId> decode(String value, Pool pool) {
            if (value.length() > LONGEST) {
                return Optional.empty();
            }
            try {
                var server = new ServerId(unescaped(value));
                return encode(server).equals(value) ? Optional.of(server) : Optional.empty();
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private static String unescaped(String value) {
            byte[] plain = new byte[value.length()];
            int length = 0;
            for (int at = 0; at < value.length(); at++) {
                if (value.charAt(at) == '%' && at + 2 < value.length()) {
                    plain[length++] = (byte) HexFormat.fromHexDigits(value, at + 1, at + 3);
                    at += 2;
                } else {
                    plain[length++] = (byte) value.charAt(at);
                }
            }
            return new String(plain, 0, length, StandardCharsets.UTF_8);
        }
    }

    /**
     * A hash of the server's name and a salt, which does not tell outsiders how many servers there are and what they are
     * called. Who knows the salt can work it out, and a value of a server that is gone means nothing.
     *
     * @param salt what only the balancer knows
     */
    record Hashed(String salt) implements CookieCodec {
        @Override
        public String encode(ServerId server) {
            byte[] text = (salt + '\0' + server.name()).getBytes(StandardCharsets.UTF_8);
            var digest = new Md5().digest(text, text.length);
            return HexFormat.of().toHexDigits(digest.high());
        }

        @Override
        public Optional<ServerId> decode(String value, Pool pool) {
            return pool.members().stream()
                    .map(Member::id)
                    .filter(id -> encode(id).equals(value))
                    .findFirst();
        }
    }
}
