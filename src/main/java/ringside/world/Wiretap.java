package ringside.world;

import java.util.Optional;

/** Looks at the bytes that go from clients to servers, on both sides of the balancer; they are kept while it is open. */
public interface Wiretap extends AutoCloseable {
    /** Nothing is seen, as where there are no bytes. */
    Wiretap NOTHING = new Wiretap() {
        @Override
        public Optional<Excerpt> last(Happening.Leg leg) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    /** What went over a side of the balancer a moment ago; a handshake only where nothing else went since. */
    Optional<Excerpt> last(Happening.Leg leg);

    /** Looks no more; when nobody looks, nothing is kept. */
    @Override
    void close();
}
