package ringside.engine;

/** How an attempt at a server ended. */
public sealed interface Outcome {
    /** An answer came that nobody complains of. */
    Outcome OK = new Answered(200);

    /**
     * An answer came, its head at least.
     *
     * @param status its status, 100 to 599
     */
    record Answered(int status) implements Outcome {
        public Answered {
            if (status < 100 || status > 599) {
                throw new IllegalArgumentException("a status is 100 to 599, not " + status);
            }
        }
    }

    /**
     * An answer's head came, and the connection broke before its end: the server did not do its work, although proxies
     * that look at heads alone call it answered.
     *
     * @param status its status, 100 to 599
     */
    record Truncated(int status) implements Outcome {
        public Truncated {
            new Answered(status);
        }
    }

    /** No answer came, or none that can be read. */
    record Broken(How how) implements Outcome {}

    /** The client went away or the attempt was called off: it says nothing of the server. */
    record Abandoned() implements Outcome {}

    /** How an attempt broke. */
    enum How {
        /** The server did not accept the connection. */
        REFUSED,
        /** The server took too long to accept the connection. */
        CONNECT_TIMEOUT,
        /** The server closed the connection after it may have had the request. */
        CLOSED,
        /** The server closed a connection that had rested, before it answered this request on it. */
        CLOSED_RESTED,
        /** The server took too long to answer. */
        TIMEOUT,
        /** The server sent what is no answer. */
        INVALID_HEADER;

        /** Whether the server may have had the request. */
        public boolean sent() {
            return this != REFUSED && this != CONNECT_TIMEOUT;
        }
    }
}
