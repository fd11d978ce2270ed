package ringside.world;

/** Counts how one client fares. */
final class ClientTally {
    private final String client;
    private final LatencyTally latency = new LatencyTally();
    private long requests;
    private long answered;

    ClientTally(String client) {
        this.client = client;
    }

    void arrive() {
        requests++;
    }

    void answer() {
        answered++;
    }

    void end(long tookNanos) {
        latency.add(tookNanos);
    }

    ClientFigures figures() {
        return new ClientFigures(client, requests, answered, latency.figures());
    }
}
