package ringside.view.stage;

import ringside.world.Snapshot;

/** What goes on besides requests: checks, calls to the origin, looks into caches, processes that are woken. */
final class Byplay {
    private final Probes probes = new Probes();
    private final Fetches fetches = new Fetches();
    private final Glows glows = new Glows();

    /** Takes in what is new. */
    void follow(Snapshot snapshot) {
        probes.follow(snapshot);
        fetches.follow(snapshot);
        glows.follow(snapshot);
    }

    /** Shows an instant at rest. */
    void settle(Snapshot snapshot) {
        probes.settle(snapshot);
        fetches.settle(snapshot);
        glows.settle(snapshot);
    }

    /** Goes on for some time to watch; whether anything was seen to move. */
    boolean pass(double millis) {
        boolean moving = probes.pass(millis);
        moving |= fetches.pass(millis);
        moving |= glows.pass(millis);
        return moving;
    }

    Probes probes() {
        return probes;
    }

    Fetches fetches() {
        return fetches;
    }

    Glows glows() {
        return glows;
    }
}
