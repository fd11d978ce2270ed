package ringside.world;

/** How a server treats its requests. */
public sealed interface Behaviour {
    /** Answers each with 200 after its latency. */
    record Healthy() implements Behaviour {}

    /** Answers as a healthy one, but takes this many times as long: more than 1, up to 1000. */
    record Slow(double times) implements Behaviour {
        public Slow {
            Checked.within("a slow server's factor", times, 1, 1000);
        }
    }

    /** Answers this many of a hundred with 500: 1 to 100. */
    record Errors(int percent) implements Behaviour {
        public Errors {
            Checked.within("an error rate in percent", percent, 1, 100);
        }
    }

    /** Accepts connections, reads requests and never answers. */
    record Zombie() implements Behaviour {}

    /** Refuses connections; those that are open go on. */
    record Refusing() implements Behaviour {}

    /** Died: open connections are cut and new ones refused. */
    record Crashed() implements Behaviour {}

    /** The behaviour a server starts with and recovers to. */
    Behaviour HEALTHY = new Healthy();
}
