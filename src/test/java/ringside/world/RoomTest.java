package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.ServerId;

class RoomTest {
    private static final Scenario FEW = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"));
    private static final Scenario MANY = FEW.with(
            IntStream.range(0, 1000).mapToObj(i -> ServerSpec.named("S" + i)).toList());

    private static void fill(Timeline timeline, Timeline.Room room, int events, LongFunction<Happening> what) {
        for (long i = 1; i < events; i++) {
            timeline.append(i * 1000, what.apply(i));
            assertThat(timeline.bytes()).isLessThanOrEqualTo(room.bytes());
            assertThat(timeline.nextSequence() - timeline.firstSequence()).isBetween(1L, (long) room.events());
        }
        assertThat(timeline.nextSequence()).isEqualTo(events);
        assertThat(timeline.firstSequence()).isPositive();
        assertThat(timeline.events(0, Long.MAX_VALUE)).hasSizeGreaterThan(1);
        assertThat(timeline.latest()).isEqualTo((events - 1) * 1000L);
    }

    private static Happening life(long i) {
        long id = 1 + i / 4;
        return switch ((int) (i % 4)) {
            case 0 -> new Happening.Arrived(id, Happening.Origin.OURS, "10.0.0." + i % 250, "GET", "/" + i, "" + i);
            case 1 -> new Happening.Routed(id, new ServerId("A"), 1, new Reason.OnlyOne());
            case 2 -> new Happening.Started(id, new ServerId("A"));
            default -> new Happening.Completed(id, new ServerId("A"), 200);
        };
    }

    @Test
    void holdsNoMoreEventsThanItMay() {
        var room = new Timeline.Room(5000, 1L << 30);
        fill(new Timeline(FEW, room), room, 60_000, RoomTest::life);
    }

    @Test
    void holdsNoMoreBytesThanItMay() {
        var room = new Timeline.Room(1_000_000, 400_000);
        var timeline = new Timeline(FEW, room);
        fill(timeline, room, 200_000, RoomTest::life);
        assertThat(timeline.at(Long.MAX_VALUE).totals().answered()).isEqualTo(49_999);
        assertThat(timeline.at(0).requests()).hasSizeGreaterThan(999);
    }

    @Test
    void holdsFewLedgers() {
        var room = new Timeline.Room(1_000_000, 2_000_000);
        var entries = IntStream.range(0, 1000)
                .mapToObj(i -> new Ledger.Entry("k" + i, Ledger.Owner.NOBODY, Ledger.Owner.NOBODY))
                .toList();
        fill(new Timeline(FEW, room), room, 300, _ -> new Happening.Remapped(new Ledger(new ArrayList<>(entries), 0)));
    }

    @Test
    void holdsFewScenariosOfManyServers() {
        var room = new Timeline.Room(1_000_000, 2_000_000);
        var random = new SplittableRandom(1);
        var timeline = new Timeline(MANY, room);
        fill(timeline, room, 2000, i -> {
            var command = new Command.SetWeight(new ServerId("S" + random.nextInt(1000)), 1 + random.nextInt(9));
            return new Happening.Applied(
                    command, command.on(timeline.at(i * 1000).scenario()));
        });
    }

    @Test
    void holdsFewDecisionsThatSayMuch() {
        var room = new Timeline.Room(1_000_000, 8_000_000);
        var loads = MANY.servers().stream().map(s -> new Reason.Load(s.id(), 7)).toList();
        fill(new Timeline(MANY, room), room, 20_000, i -> {
            var life = life(i);
            return life instanceof Happening.Routed(long id, var server, int attempt, var _)
                    ? new Happening.Routed(id, server, attempt, new Reason.FewestInFlight(loads, 1))
                    : life;
        });
    }

    @Test
    void holdsWhateverHappensWithinItsBounds() {
        var room = new Timeline.Room(3000, 500_000);
        var any = new AnyHappening(3);
        var kinds = AnyHappening.kinds(Happening.class)
                .filter(kind -> kind != Happening.Began.class)
                .toList();
        fill(new Timeline(FEW, room), room, 30_000, i -> any.of(kinds.get((int) (i % kinds.size()))));
    }

    @Test
    void tellsALateReaderHowManyEventsItMissed() {
        var timeline = new Timeline(FEW, new Timeline.Room(64, 1 << 20));
        for (long id = 1; id < 1000; id++) {
            timeline.append(id, new Happening.Refused(id, Pick.Cause.NO_SERVERS));
        }
        var seen = new ArrayList<Event>();
        assertThat(timeline.tell(900, 1000, seen::add)).isEqualTo(36);
        assertThat(seen).hasSize(64);
        assertThat(seen.getFirst().sequence()).isEqualTo(936);
        assertThat(timeline.tell(940, 950, _ -> {})).isZero();
        assertThat(timeline.tell(0, 10, _ -> {})).isEqualTo(10);
        assertThat(timeline.firstSequence()).isEqualTo(936);
    }

    @Test
    void needsRoomForSomething() {
        assertThatThrownBy(() -> new Timeline.Room(3, 1 << 20))
                .hasMessage("a timeline's capacity in events is 16 to 2147483647, not 3");
        assertThatThrownBy(() -> new Timeline.Room(64, 100))
                .hasMessage("a timeline's capacity in bytes is 4096 to 9223372036854775807, not 100");
    }
}
