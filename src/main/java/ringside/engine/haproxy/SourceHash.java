package ringside.engine.haproxy;

import java.util.Optional;
import ringside.engine.Address;
import ringside.engine.Policies;

/** Sends every request of one client address to the same server, by the bits of the address itself. */
public final class SourceHash {
    /*
     * HAProxy's source: the four bytes of an IPv4 address are the hash, an IPv6 address's four words are laid over each
     * other, and no hash function is applied. So on a map, neighbours go round robin; on a ring, they would all lie
     * together, if the ring's standard avalanche did not scatter them. What is no address, such as a Unix socket's
     * client, takes turns.
     *
     * Traps: everybody behind one address is one client, and on a map a server that goes down moves most of the others.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "haproxy/source",
            "Sends every request of one client address to the same server, by the bits of the address itself.",
            HashType.OPTIONS,
            Optional.empty(),
            (choice, ticks, _) -> new HashType(choice)
                    .policy(
                            request -> Optional.of(request.client()).filter(c -> Address.bytesOf(c).length > 0),
                            SourceHash::words,
                            ticks));

    private SourceHash() {}

    private static int words(String address) {
        int hash = 0;
        byte[] bytes = Address.bytesOf(address);
        for (int i = 0; i < bytes.length; i++) {
            hash ^= (bytes[i] & 255) << (24 - 8 * (i % 4));
        }
        return hash;
    }
}
