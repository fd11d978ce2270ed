package ringside.world;

import java.time.Duration;

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

    /**
     * Stands still like a stopped process (SIGSTOP): the kernel still takes connections until its backlog is full, nobody
     * accepts or reads them, and nothing leaves. It goes on with all of it when it behaves otherwise.
     */
    record Frozen() implements Behaviour {}

    /** Sends the head and half the body of each answer, then resets the connection. */
    record Resetting() implements Behaviour {}

    /** Sends the head and half the body of each answer, then closes the connection as if that were all. */
    record Truncating() implements Behaviour {}

    /**
     * Says a Content-Length that is this many bytes more than it sends, or fewer when negative: -1000 to 1000, not 0. With
     * more, its receiver waits for what never comes; with fewer, the rest stands where the next answer should begin.
     */
    record Miscounting(int by) implements Behaviour {
        public Miscounting {
            Checked.within("a number of bytes that a length is wrong by", by, -1000, 1000);
            if (by == 0) {
                throw new IllegalArgumentException("a number of bytes that a length is wrong by is not 0");
            }
        }
    }

    /** Sends one field after another and never ends the head of an answer. */
    record EndlessHead() implements Behaviour {}

    /** Is healthy for so long, then crashed for so long, and so on: 10 ms to 1 h each. */
    record Flapping(Duration up, Duration down) implements Behaviour {
        public Flapping {
            Checked.within("the time that a flapping server is up", up, SHORTEST, LONGEST);
            Checked.within("the time that a flapping server is down", down, SHORTEST, LONGEST);
        }
    }

    /** Takes ten times as long at first, and ever less until it is as quick as it can be after so long: 10 ms to 1 h. */
    record Warming(Duration over) implements Behaviour {
        public Warming {
            Checked.within("the time that a server warms up", over, SHORTEST, LONGEST);
        }
    }

    /** Sends the body of each answer byte by byte, with such a gap before each: 1 ms to 1 min. */
    record Trickling(Duration gap) implements Behaviour {
        public Trickling {
            Checked.within("the gap between two bytes", gap, Duration.ofMillis(1), Duration.ofMinutes(1));
        }
    }

    /** The shortest time that a behaviour may last. */
    Duration SHORTEST = Duration.ofMillis(10);

    /** The longest time that a behaviour may last. */
    Duration LONGEST = Duration.ofHours(1);

    /** The behaviour a server starts with and recovers to. */
    Behaviour HEALTHY = new Healthy();

    /** Whether one that behaves so turns connections away. */
    static boolean refuses(Behaviour behaviour) {
        return behaviour instanceof Refusing || behaviour instanceof Crashed;
    }
}
