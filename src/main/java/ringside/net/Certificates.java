package ringside.net;

import java.util.Optional;
import java.util.function.Supplier;

/** Where the certificate of this machine's own names comes from; asked for only when something is to be encrypted. */
public interface Certificates {
    /** The key and its certificates, made now if there are none yet. @throws IllegalArgumentException when they can't be had */
    Credentials credentials();

    /** The file with the authority's certificate, for those who are to trust it; empty when it is in memory alone. */
    Optional<String> file();

    /** An authority that lives as long as this program and is told to nobody. */
    static Certificates inMemory() {
        var once = new Supplier<Credentials>() {
            private Optional<Credentials> made = Optional.empty();

            @Override
            public synchronized Credentials get() {
                var credentials = made.orElseGet(() -> Issuer.fresh().issue());
                made = Optional.of(credentials);
                return credentials;
            }
        };
        return new Certificates() {
            @Override
            public Credentials credentials() {
                return once.get();
            }

            @Override
            public Optional<String> file() {
                return Optional.empty();
            }
        };
    }
}
