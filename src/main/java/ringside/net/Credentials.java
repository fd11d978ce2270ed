package ringside.net;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * By what this program shows that it is localhost.
 *
 * @param key the private key
 * @param leaf the certificate of that key, for this machine's own names
 * @param authority the certificate of whoever signed the leaf
 */
public record Credentials(PrivateKey key, X509Certificate leaf, X509Certificate authority) {
    /** Whether they belong together and are valid at this moment. */
    public boolean good(Instant at) {
        return Issuer.belongs(key, leaf) && Issuer.signed(authority, leaf) && Issuer.valid(leaf, at);
    }
}
