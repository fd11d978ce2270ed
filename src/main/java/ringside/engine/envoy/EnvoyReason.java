package ringside.engine.envoy;

import java.util.List;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;

/** Why one of Envoy's policies chose a host, where its terms are its own. */
public sealed interface EnvoyReason extends Reason.OfEnvoy {
    /**
     * All hosts weigh the same, and the remainder of a running number by how many there are was its place.
     *
     * @param number the running number
     * @param of how many hosts there are
     * @param skipped hosts of numbers just before, which could not take the request
     */
    record Counted(long number, int of, List<ServerId> skipped) implements EnvoyReason {}

    /**
     * It had the earliest deadline, and of several such it had waited longest.
     *
     * @param order every host's deadline before the pick, the earliest first
     * @param next the winner's next deadline
     * @param following whose deadline is the earliest after the pick
     * @param skipped hosts with earlier deadlines, which could not take the request and had their turn all the same
     */
    record Earliest(List<Due> order, Due next, ServerId following, List<ServerId> skipped) implements EnvoyReason {}

    /**
     * One host's deadline.
     *
     * @param server whose
     * @param weight the weight that set it, as it was then
     * @param deadline when it is due: a host of weight w is due every 1/w
     */
    record Due(ServerId server, double weight, double deadline) {}

    /**
     * Hosts were drawn, and the first of them with the fewest active requests was kept.
     *
     * @param of how many hosts each draw was among
     * @param draws each draw, with its active requests before this one; one host may be there twice
     */
    record FewestOfDraws(int of, List<Reason.Load> draws) implements EnvoyReason {}

    /**
     * All hosts were looked at, and it has the fewest active requests; it was drawn among those that tie.
     *
     * @param loads each host's active requests before this one
     * @param tied how many hosts have the fewest
     */
    record FewestOfAll(List<Reason.Load> loads, int tied) implements EnvoyReason {}

    /**
     * It was drawn.
     *
     * @param index which of the hosts, from 0
     * @param of how many there are
     */
    record DrawnOne(int index, int of) implements EnvoyReason {}

    /** A hash led to a host. */
    sealed interface Named extends EnvoyReason {}

    /**
     * From its hash on the ring, the first point clockwise, and from there one point on for each attempt before.
     *
     * @param key what was hashed
     * @param hash where it lies
     * @param first the first point at it or after it
     * @param attempt how many points on from there
     * @param to the point that decided
     * @param passed hosts of points just before that one, which could not take the request, each once
     */
    record OnRing(
            String key, Position hash, RingPolicy.Point first, int attempt, RingPolicy.Point to, List<ServerId> passed)
            implements Named {}

    /**
     * The remainder of its hash by the number of cells named a cell of the table.
     *
     * @param key what was hashed
     * @param hash its hash, unsigned
     * @param attempt how many attempts went before
     * @param turned the hash with bits turned over for those attempts, unsigned; the hash itself at the first
     * @param cells how many cells there are
     * @param cell the remainder, from 0
     * @param passed hosts of attempts just before that one, which could not take the request, each once
     */
    record InTable(String key, long hash, int attempt, long turned, int cells, int cell, List<ServerId> passed)
            implements Named {}

    /**
     * Loads are bounded: the host that the hash led to takes it unless it is full, else the first of the others that is
     * not, in an order that the hash shuffled; and when all are full, the one that is the least so.
     *
     * @param named how the hash led to a host
     * @param by that host
     * @param probes whose load was looked at, that host first
     */
    record Bounded(Named named, ServerId by, List<Probe> probes) implements EnvoyReason {}

    /**
     * One look at a host's load.
     *
     * @param server whose
     * @param active its active requests
     * @param slots how many it may have and still take one, its part of the bound for all
     */
    record Probe(ServerId server, int active, long slots) {
        /** Whether it has more than its slots. */
        public boolean full() {
            return active > slots;
        }
    }
}
