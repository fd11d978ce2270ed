package ringside.world;

import java.time.Duration;

/** How long a server works on one request. */
public sealed interface Latency {
    /** Always the same. */
    record Constant(Duration each) implements Latency {
        public Constant {
            Checked.atMost("a latency", each, LONGEST);
        }
    }

    /** Memoryless, with this mean. */
    record Exponential(Duration mean) implements Latency {
        public Exponential {
            Checked.positive("a mean latency", mean);
            Checked.atMost("a mean latency", mean, LONGEST);
        }
    }

    /** Anything between two bounds, equally likely. */
    record Uniform(Duration least, Duration most) implements Latency {
        public Uniform {
            Checked.atMost("a latency", most, LONGEST);
            if (least.isNegative() || least.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "a latency's least is 0 or more and no more than its most, not " + least + " and " + most);
            }
        }
    }

    /** The longest latency that can be asked for. */
    Duration LONGEST = Duration.ofMinutes(5);
}
