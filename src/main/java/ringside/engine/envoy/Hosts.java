package ringside.engine.envoy;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import ringside.engine.Candidates;
import ringside.engine.Dice;
import ringside.engine.Member;
import ringside.engine.Pool;

/** The hosts of a pool that requests go to, in its order, and what part of their whole weight each has. */
final class Hosts {
    /*
     * Envoy sorts hosts into priorities, and those of the next one take over as soon as too few of this one are healthy.
     * Here backups are the second priority, and take over when no other host is left. To let them take over bit by bit,
     * as PriorityLoad reckons it, is to choose between two of these for each request.
     */
    private final Pool pool;
    private final int[] places;
    private final double[] parts;

    /** The hosts at these places, which have these parts of the whole. */
    Hosts(Pool pool, int[] places, double[] parts) {
        this.pool = pool;
        this.places = places;
        this.parts = parts;
    }

    /** Those of a pool that serve. */
    static Hosts of(Pool pool) {
        int[] primaries = open(pool, m -> !m.terms().backup());
        int[] places =
                primaries.length > 0 ? primaries : open(pool, m -> m.terms().backup());
        double whole = IntStream.of(places).mapToLong(p -> pool.at(p).weight()).sum();
        return new Hosts(
                pool,
                places,
                IntStream.of(places)
                        .mapToDouble(p -> pool.at(p).weight() / whole)
                        .toArray());
    }

    private static int[] open(Pool pool, Predicate<Member> which) {
        return IntStream.range(0, pool.size())
                .filter(p -> pool.at(p).open() && which.test(pool.at(p)))
                .toArray();
    }

    Pool pool() {
        return pool;
    }

    int count() {
        return places.length;
    }

    /** The place in the pool of one of them, counted from 0. */
    int place(int index) {
        return places[index];
    }

    /** One of them. */
    Member at(int index) {
        return pool.at(places[index]);
    }

    /** All their places in the pool, in order: not to be written to. */
    int[] places() {
        return places;
    }

    /** What part of the whole weight one of them has, 0 to 1. */
    double part(int index) {
        return parts[index];
    }

    /** Whether all weigh the same. */
    boolean equal() {
        return IntStream.of(places).map(p -> pool.at(p).weight()).distinct().count() <= 1;
    }

    /** Whether any of them may be given a request. */
    boolean anyOpen(Candidates candidates) {
        for (int place : places) {
            if (candidates.open(place)) {
                return true;
            }
        }
        return false;
    }

    /** Draws one that may be given a request, each such with the same chance, and tells its place; there must be one. */
    int draw(Dice dice, Candidates candidates) {
        int place = places[dice.roll(places.length)];
        if (candidates.open(place)) {
            return place;
        }
        int[] open = open(candidates);
        return open[dice.roll(open.length)];
    }

    /** The places of those that may be given a request. */
    int[] open(Candidates candidates) {
        for (int place : places) {
            if (!candidates.open(place)) {
                return IntStream.of(places).filter(candidates::open).toArray();
            }
        }
        return places;
    }
}
