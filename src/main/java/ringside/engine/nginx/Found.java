package ringside.engine.nginx;

import ringside.engine.Reason;

/** A server found among several, and why. */
interface Found {
    Peer winner();

    Reason why();
}
