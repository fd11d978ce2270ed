package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Stop;
import ringside.world.StopWhen;
import ringside.world.Tape;
import ringside.world.Timeline;
import ringside.world.World;

/** A playhead over a world whose time passes by itself. */
final class LivePlayheadTest {
    private static final long SECOND = 1_000_000_000;

    private final Clocked world = new Clocked();
    private final Playhead playhead = new Playhead(world);

    @Test
    void staysWithTheWorldWhileItPlays() {
        playhead.play(true);
        world.now = 5 * SECOND;
        playhead.pass(SECOND / 60);
        assertThat(playhead.nanos()).isEqualTo(5 * SECOND);
        assertThat(playhead.following()).isTrue();
    }

    @Test
    void fallsBehindInSlowMotion() {
        playhead.play(true);
        playhead.speed(0.25);
        world.now = 4 * SECOND;
        playhead.pass(4 * SECOND);
        assertThat(playhead.nanos()).isEqualTo(SECOND);
        assertThat(playhead.following()).isFalse();
    }

    @Test
    void catchesUpAtAFasterSpeedAndThenStays() {
        world.now = 10 * SECOND;
        playhead.play(true);
        playhead.speed(20);
        playhead.pass(SECOND);
        assertThat(playhead.nanos()).isEqualTo(10 * SECOND);
        playhead.speed(1);
        world.now = 11 * SECOND;
        playhead.pass(1);
        assertThat(playhead.nanos()).isEqualTo(11 * SECOND);
    }

    @Test
    void goesOnWhereItStoodAfterAPause() {
        playhead.play(true);
        world.now = 2 * SECOND;
        playhead.pass(1);
        playhead.play(false);
        world.now = 9 * SECOND;
        playhead.play(true);
        playhead.pass(SECOND);
        assertThat(playhead.nanos()).isEqualTo(3 * SECOND);
    }

    @Test
    void standsAtWhatItStopsAtWhileTimeGoesOn() {
        playhead.stopWhen(List.of(new StopWhen.RequestDropped()));
        playhead.play(true);
        world.now = SECOND;
        playhead.pass(1);
        world.timeline.append(2 * SECOND, new Happening.Notice("before"));
        var dropped = world.timeline.append(2 * SECOND, new Happening.Failed(7, Happening.Failure.TIMED_OUT, 504));
        world.timeline.append(2 * SECOND, new Happening.Notice("after"));
        world.now = 5 * SECOND;
        playhead.pass(1);
        assertThat(playhead.stop().map(Stop::at)).contains(dropped);
        assertThat(playhead.shown().sequence()).isEqualTo(dropped.sequence() + 1);
        assertThat(playhead.nanos()).isEqualTo(2 * SECOND);
        assertThat(playhead.playing()).isFalse();
        world.now = 6 * SECOND;
        playhead.pass(SECOND);
        assertThat(playhead.nanos()).isEqualTo(2 * SECOND);
        playhead.toNow();
        assertThat(playhead.nanos()).isEqualTo(6 * SECOND);
        assertThat(playhead.stop()).isEmpty();
    }

    @Test
    void staysWithAWorldWhoseTimeNeverWaits() {
        playhead.play(true);
        world.each = 1;
        playhead.toNow();
        assertThat(playhead.following()).isTrue();
        world.now += 5 * SECOND;
        playhead.pass(1);
        assertThat(playhead.nanos()).isGreaterThan(5 * SECOND);
    }

    private static final class Clocked implements World {
        private final Timeline timeline = new Timeline(Scenario.of(ServerSpec.named("A")));
        private long now;
        private long each;

        @Override
        public Kind kind() {
            return Kind.LIVE;
        }

        @Override
        public Outcome apply(Command command) {
            return new Outcome.Rejected("nothing can be done here");
        }

        @Override
        public Scenario scenario() {
            return Scenario.of(ServerSpec.named("A"));
        }

        @Override
        public long now() {
            now += each;
            timeline.append(now, new Happening.Notice("tick"));
            return now;
        }

        @Override
        public Timeline timeline() {
            return timeline;
        }

        @Override
        public Tape tape() {
            return Tape.captured(timeline);
        }

        @Override
        public Optional<String> entrance() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
