package ringside.engine.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Reason;
import ringside.engine.Ticks;
import ringside.engine.hash.Utf8;

/** Sends every request for one key to the same server, by the remainder of the key's CRC-32. */
public final class Hash extends Naming {
    /*
     * nginx's hash without "consistent" (ngx_http_upstream_hash_module.c), as Cache::Memcached has it: fifteen bits of the
     * key's CRC-32, and the remainder by the sum of the weights is a slot. When the slot's server cannot take the request,
     * the number of the round is put before the key and its hash is added to the sum so far.
     *
     * So a server that is marked down moves none of the others' keys, while deleting its line changes the divisor and
     * moves two keys in three (1103 of 1651 when one of five went). An empty key means round robin.
     */
    private static final int FIFTEEN_BITS = 0x7fff;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "nginx/hash",
            "Sends every request for one key to the same server, by the remainder of the key's CRC-32.",
            new SlotLaw(),
            (_, ticks, _) -> new Hash(ticks));

    private final Utf8 utf8 = new Utf8();
    private final CRC32 crc = new CRC32();

    /** By keys, and by this clock. */
    public Hash(Ticks ticks) {
        super(ticks);
    }

    @Override
    Optional<Pick> name(Visit visit) {
        String key = visit.trail().request().key();
        if (key.isEmpty()) {
            return Optional.of(RoundRobin.insteadOf(visit, Reason.Because.NO_KEY));
        }
        var memory = visit.memory();
        int slots = peers().totalWeight();
        var rounds = new ArrayList<Reason.Round>();
        do {
            memory.hash += hash(memory.rounds == 0 ? key : memory.rounds + key);
            memory.rounds++;
            int slot = Integer.remainderUnsigned(memory.hash, slots);
            var peer = peers().atSlot(slot);
            rounds.add(new Reason.Round(Integer.toUnsignedLong(memory.hash), slot, peer.member.id()));
            if (visit.eligible(peer)) {
                return Optional.of(visit.choose(peer, () -> new Reason.Rounds(key, slots, List.copyOf(rounds))));
            }
        } while (visit.missed());
        return Optional.empty();
    }

    private int hash(String text) {
        utf8.hold(text);
        crc.reset();
        crc.update(utf8.bytes(), 0, utf8.length());
        return (int) (crc.getValue() >>> 16) & FIFTEEN_BITS;
    }
}
