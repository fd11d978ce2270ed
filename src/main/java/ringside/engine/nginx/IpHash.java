package ringside.engine.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.engine.Address;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Reason;
import ringside.engine.Ticks;

/** Sends clients whose addresses share the first three octets to the same server, by a hash of those. */
public final class IpHash extends Naming {
    /*
     * nginx's ip_hash (ngx_http_upstream_ip_hash_module.c): h = (h * 113 + octet) mod 6271 from 89 on, over three octets
     * of an IPv4 address, all sixteen of an IPv6 one, and three zeros for anything else, such as a Unix socket. The
     * remainder by the sum of the weights is a slot. A server that is marked down keeps its slots, and what falls on them
     * is hashed on; so marking it down moves its clients alone, and deleting its line moves most of all.
     *
     * The trap is the three octets: a whole /24 network is one client here, and behind another proxy everybody is.
     */
    private static final int START = 89;
    private static final int FACTOR = 113;
    private static final int MODULUS = 6271;
    private static final int IPV4 = 4;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "nginx/ip-hash",
            "Sends clients whose addresses share the first three octets to the same server, by a hash of those.",
            (_, ticks, _) -> new IpHash(ticks));

    /** By client addresses, and by this clock. */
    public IpHash(Ticks ticks) {
        super(ticks);
    }

    @Override
    Optional<Pick> name(Visit visit) {
        var memory = visit.memory();
        byte[] address = Address.bytesOf(visit.trail().request().client());
        int slots = peers().totalWeight();
        int hash = memory.rounds == 0 ? START : memory.hash;
        var rounds = new ArrayList<Reason.Round>();
        do {
            hash = round(hash, address);
            memory.rounds++;
            var peer = peers().atSlot(hash % slots);
            rounds.add(new Reason.Round(hash, hash % slots, peer.member.id()));
            if (visit.eligible(peer)) {
                memory.hash = hash;
                return Optional.of(visit.choose(
                        peer, () -> new Reason.Rounds(visit.trail().request().client(), slots, List.copyOf(rounds))));
            }
        } while (visit.missed());
        return Optional.empty();
    }

    private static int round(int from, byte[] address) {
        int octets = address.length <= IPV4 ? 3 : address.length;
        int hash = from;
        for (int i = 0; i < octets; i++) {
            int octet = i < address.length ? Byte.toUnsignedInt(address[i]) : 0;
            hash = (hash * FACTOR + octet) % MODULUS;
        }
        return hash;
    }
}
