package ringside.engine.stick;

import java.time.Duration;

/** Whether and how clients are brought back to the server they were at. */
public sealed interface Stickiness {
    /** Nobody is. */
    record None() implements Stickiness {}

    /**
     * By a cookie that the client carries.
     *
     * @param name the cookie's name
     * @param rule what becomes of the clients of a server that is draining
     */
    record Cookie(String name, Stick.WhileDraining rule) implements Stickiness {
        public Cookie {
            new StickyCookie(name, new CookieCodec.Named(), StickyCookie.Flags.STANDARD);
        }

        /** The cookie itself: the server's name, for the whole site, for as long as the browser runs. */
        public StickyCookie cookie() {
            return new StickyCookie(name, new CookieCodec.Named(), StickyCookie.Flags.STANDARD);
        }
    }

    /**
     * By the client's address, remembered here.
     *
     * @param expiry for how long after a client was last heard of, more than zero
     * @param rule what becomes of the clients of a server that is draining
     */
    record Source(Duration expiry, Stick.WhileDraining rule) implements Stickiness {
        /** How many clients are remembered; beyond that the one heard of least recently is forgotten. */
        public static final int MOST = 100_000;

        public Source {
            new SourceTable(1, expiry);
        }
    }

    /** Nobody is brought back. */
    Stickiness NONE = new None();
}
