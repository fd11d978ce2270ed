package ringside.net;

import java.util.Optional;
import ringside.world.Excerpt;
import ringside.world.Happening.Leg;
import ringside.world.Wiretap;

/** The taps on both sides of the balancer, open while anybody looks. */
final class Taps {
    private final Tap client = new Tap();
    private final Tap server = new Tap();
    private int watching;

    /** Where a side's bytes pass on their way from clients to servers. */
    Tap on(Leg leg) {
        return leg == Leg.CLIENT ? client : server;
    }

    /** One more looks. */
    Wiretap open() {
        watch(1);
        return new Wiretap() {
            private boolean closed;

            @Override
            public Optional<Excerpt> last(Leg leg) {
                return closed ? Optional.empty() : Optional.ofNullable(on(leg).last());
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    watch(-1);
                }
            }
        };
    }

    /** Forgets what was kept: from now on everything goes otherwise. */
    synchronized void forget() {
        client.open(watching > 0);
        server.open(watching > 0);
    }

    private synchronized void watch(int more) {
        boolean before = watching > 0;
        watching += more;
        if (watching > 0 != before) {
            client.open(!before);
            server.open(!before);
        }
    }
}
