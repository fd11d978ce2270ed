package ringside.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.world.Happening.Origin;

/** Who came to a live world, when, and how long a server worked for each: enough to let them come again. Never changes. */
public final class Recording {
    /*
     * There may be hundreds of thousands, and what they ask for repeats: so columns of numbers, and what the numbers stand
     * for once. One arrival takes 28 bytes.
     */
    private static final long UNKNOWN = -1;

    /**
     * A request that came, or a connection that nobody looks into.
     *
     * @param nanos when, in nanoseconds since its world began
     * @param service how long a server worked on it, if that was measured
     */
    public record Arrival(
            long nanos,
            Origin origin,
            String client,
            String method,
            String path,
            String key,
            Optional<Service> service) {
        public Arrival {
            Checked.within("an instant in nanoseconds", nanos, 0, Long.MAX_VALUE);
        }

        /** Whether it is a connection that nobody looks into. */
        public boolean unopened() {
            return method.isEmpty();
        }
    }

    /**
     * How long a server worked on a request, behaving well.
     *
     * @param nanos how long, in nanoseconds; waiting for a worker is not in it
     * @param under the latency that the server had been given
     */
    public record Service(long nanos, Latency under) {
        public Service {
            Checked.within("a measured time in nanoseconds", nanos, 0, Long.MAX_VALUE);
        }

        /** How long it takes where there is this latency: so many times as long as the one's median is of the other's. */
        public long nanosUnder(Latency other) {
            double median = under.nanos(0.5);
            return other.equals(under) || median == 0 ? nanos : (long) (nanos * (other.nanos(0.5) / median));
        }
    }

    private record What(Origin origin, String method, String path, String key) {}

    private final long fromNanos;
    private final long missed;
    private final long[] instants;
    private final int[] clients;
    private final int[] whats;
    private final long[] services;
    private final int[] latencies;
    private final List<String> clientNames;
    private final List<What> whatNames;
    private final List<Latency> latencyNames;

    private Recording(Draft of, long fromNanos, long missed) {
        this.fromNanos = fromNanos;
        this.missed = missed;
        instants = Arrays.copyOf(of.instants, of.size);
        clients = Arrays.copyOf(of.clients, of.size);
        whats = Arrays.copyOf(of.whats, of.size);
        services = Arrays.copyOf(of.services, of.size);
        latencies = Arrays.copyOf(of.latencies, of.size);
        clientNames = of.clientNames.all();
        whatNames = of.whatNames.all();
        latencyNames = of.latencyNames.all();
    }

    /** Of these arrivals, in order; nothing came earlier and nothing was missed. */
    public static Recording of(Arrival... arrivals) {
        var draft = new Draft();
        for (var arrival : arrivals) {
            draft.add(arrival);
        }
        return draft.recording(0, 0);
    }

    /** From when on it knows who came, in nanoseconds since the world began: 0, or later when the oldest events are gone. */
    public long fromNanos() {
        return fromNanos;
    }

    /** How many events the recorder missed, some of which may have been arrivals. */
    public long missed() {
        return missed;
    }

    /** How many came. */
    public int size() {
        return instants.length;
    }

    /** When one came, counted from 0, in nanoseconds since its world began. */
    public long nanos(int number) {
        return instants[number];
    }

    /** One that came, counted from 0. */
    public Arrival arrival(int number) {
        var what = whatNames.get(whats[number]);
        return new Arrival(
                instants[number],
                what.origin(),
                clientNames.get(clients[number]),
                what.method(),
                what.path(),
                what.key(),
                services[number] == UNKNOWN
                        ? Optional.empty()
                        : Optional.of(new Service(services[number], latencyNames.get(latencies[number]))));
    }

    /** The number of the first that came at an instant or later; as many as came when nobody did. */
    public int firstFrom(long nanos) {
        int low = 0;
        int high = instants.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (instants[middle] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recording that
                && fromNanos == that.fromNanos
                && missed == that.missed
                && Arrays.equals(instants, that.instants)
                && Arrays.equals(services, that.services)
                && Arrays.equals(clients, that.clients)
                && Arrays.equals(whats, that.whats)
                && clientNames.equals(that.clientNames)
                && whatNames.equals(that.whatNames)
                && sameLatencies(that);
    }

    /* They are numbered as they were measured, which is in no order that the arrivals know. */
    private boolean sameLatencies(Recording that) {
        for (int i = 0; i < services.length; i++) {
            if (services[i] != UNKNOWN
                    && !latencyNames.get(latencies[i]).equals(that.latencyNames.get(that.latencies[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(instants);
    }

    @Override
    public String toString() {
        return size() + " arrivals from " + fromNanos + " ns";
    }

    /** A recording that is being made. */
    public static final class Draft {
        private final Names<String> clientNames = new Names<>();
        private final Names<What> whatNames = new Names<>();
        private final Names<Latency> latencyNames = new Names<>();
        private long[] instants = new long[64];
        private int[] clients = new int[64];
        private int[] whats = new int[64];
        private long[] services = new long[64];
        private int[] latencies = new int[64];
        private int size;

        /** Takes down one more: its number, from 0. @throws IllegalArgumentException when it came before the last one */
        public int add(Arrival arrival) {
            if (size > 0 && arrival.nanos() < instants[size - 1]) {
                throw new IllegalArgumentException("arrivals are in order, which the one at " + arrival.nanos()
                        + " ns after one at " + instants[size - 1] + " ns is not");
            }
            if (size == instants.length) {
                grow();
            }
            instants[size] = arrival.nanos();
            clients[size] = clientNames.numberOf(arrival.client());
            whats[size] =
                    whatNames.numberOf(new What(arrival.origin(), arrival.method(), arrival.path(), arrival.key()));
            services[size] = UNKNOWN;
            arrival.service().ifPresent(service -> measure(size, service));
            return size++;
        }

        /** A server worked so long on the one of this number. */
        void measure(int number, Service service) {
            services[number] = service.nanos();
            latencies[number] = latencyNames.numberOf(service.under());
        }

        private void grow() {
            int more = size * 2;
            instants = Arrays.copyOf(instants, more);
            clients = Arrays.copyOf(clients, more);
            whats = Arrays.copyOf(whats, more);
            services = Arrays.copyOf(services, more);
            latencies = Arrays.copyOf(latencies, more);
        }

        /** The recording, which begins at an instant that no arrival is before, and missed so many events. */
        public Recording recording(long fromNanos, long missed) {
            Checked.within(
                    "the beginning of a recording in nanoseconds",
                    fromNanos,
                    0,
                    size == 0 ? Long.MAX_VALUE : instants[0]);
            Checked.within("a number of events", missed, 0, Long.MAX_VALUE);
            return new Recording(this, fromNanos, missed);
        }
    }

    /** Numbers for things, from 0, in the order in which they were first heard of. */
    private static final class Names<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> things = new ArrayList<>();

        int numberOf(T thing) {
            return numbers.computeIfAbsent(thing, fresh -> {
                things.add(fresh);
                return things.size() - 1;
            });
        }

        List<T> all() {
            return List.copyOf(things);
        }
    }
}
