package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Statistics;
import ringside.world.Traffic;

class LittlesLawTest {
    private static final long SECOND = 1_000_000_000;

    /** How many requests there are, without knowing which. */
    private static final class Crowd {
        private long there;
        private long last;
        private double requestNanos;

        void see(long nanos, Happening what) {
            requestNanos += (double) there * (nanos - last);
            last = nanos;
            switch (what) {
                case Happening.Arrived _ -> there++;
                case Happening.Completed _, Happening.Failed _, Happening.Refused _ -> there--;
                default -> {
                    // nobody came and nobody went
                }
            }
        }
    }

    @Test
    void asManyAreThereOnAverageAsComeInTheTimeThatOneStaysWhateverBefallsThem() {
        for (long seed = 1; seed <= 10; seed++) {
            try (var world = Drama.stage(seed, List.of(10 * SECOND))) {
                world.apply(new Command.SetTraffic(Traffic.none()));
                world.advanceTo(60 * SECOND);
                var crowd = new Crowd();
                var statistics = new Statistics(world.tape().begins());
                for (var event : Stories.all(world)) {
                    crowd.see(event.nanos(), event.what());
                    statistics.tell(event.nanos(), event.what());
                }
                var figures = statistics.figures(world.now());
                double seconds = 1e-9 * world.now();
                double rate = figures.totals().arrived() / seconds;
                double mean = figures.all().meanNanos() / 1e9;

                assertThat(figures.open()).as("seed %d", seed).isZero();
                assertThat(crowd.requestNanos / world.now())
                        .as("seed %d", seed)
                        .isPositive()
                        .isCloseTo(rate * mean, within(1e-6));
            }
        }
    }
}
