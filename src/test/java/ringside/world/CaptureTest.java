package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.world.Happening.Failure;
import ringside.world.Happening.Origin;
import ringside.world.Recording.Arrival;
import ringside.world.Recording.Service;

class CaptureTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Latency TEN = new Latency.Constant(Duration.ofMillis(10));
    private static final Latency FIVE = new Latency.Constant(Duration.ofMillis(5));
    private static final Traffic BUSY = Traffic.none().from(7).arriving(new Arrivals.Constant(100));
    private static final Scenario TWO = Scenario.of(
                    ServerSpec.named("A").taking(TEN), ServerSpec.named("B").taking(FIVE))
            .with(BUSY);

    private final Timeline timeline = new Timeline(TWO);
    private Scenario now = TWO;

    private void arrive(long request, long nanos) {
        timeline.append(nanos, arrival(request));
    }

    private static Happening.Arrived arrival(long request) {
        return new Happening.Arrived(request, Origin.OURS, "10.0.0.1", "GET", "/" + request, "k" + request);
    }

    private void route(long request, ServerId server, long nanos) {
        timeline.append(nanos, new Happening.Routed(request, server, 1, Reason.Untold.INSTANCE));
    }

    private void serve(long request, ServerId server, long from, long to) {
        timeline.append(from, new Happening.Started(request, server));
        timeline.append(to, new Happening.FirstByte(request, server));
        timeline.append(to, new Happening.Completed(request, server, 200));
    }

    private void apply(long nanos, Command command) {
        now = command.on(now);
        timeline.append(nanos, new Happening.Applied(command, now));
    }

    private static Recording recording(Tape tape) {
        return tape.recording().orElseThrow();
    }

    private List<Optional<Service>> services() {
        var recording = recording(Tape.captured(timeline));
        var services = new ArrayList<Optional<Service>>();
        for (int i = 0; i < recording.size(); i++) {
            services.add(recording.arrival(i).service());
        }
        return services;
    }

    private static Optional<Service> service(long nanos, Latency under) {
        return Optional.of(new Service(nanos, under));
    }

    @Test
    void takesTheTimeOfTheServersWorkAlone() {
        arrive(1, 100);
        route(1, A, 150);
        timeline.append(160, new Happening.Connected(1, A, 10));
        timeline.append(170, new Happening.Queued(1, A));
        serve(1, A, 400, 900);
        assertThat(recording(Tape.captured(timeline)).arrival(0))
                .isEqualTo(new Arrival(100, Origin.OURS, "10.0.0.1", "GET", "/1", "k1", service(500, TEN)));
    }

    @Test
    void takesTheTimeOfTheLastAttempt() {
        arrive(1, 0);
        timeline.append(1, new Happening.Started(1, A));
        timeline.append(800, new Happening.Retried(1, A, Failure.CLOSED_EARLY));
        serve(1, B, 900, 1000);
        arrive(2, 1100);
        timeline.append(1200, new Happening.Started(2, A));
        timeline.append(1300, new Happening.Retried(2, A, Failure.CLOSED_EARLY));
        timeline.append(1400, new Happening.Completed(2, B, 200));
        assertThat(services()).containsExactly(service(100, FIVE), Optional.empty());
    }

    @Test
    void leavesUnmeasuredWhatWasNeverAnswered() {
        arrive(1, 10);
        arrive(2, 20);
        timeline.append(30, new Happening.Started(2, A));
        timeline.append(40, new Happening.Failed(2, Failure.TIMED_OUT, 504));
        arrive(3, 50);
        timeline.append(60, new Happening.Started(3, B));
        assertThat(services()).containsExactly(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void dividesOutWhatTheServerWasSlowedDownBy() {
        apply(0, new Command.SetBehaviour(A, new Behaviour.Slow(4)));
        arrive(1, 100);
        serve(1, A, 200, 600);
        apply(1000, new Command.SetBehaviour(A, new Behaviour.Warming(Duration.ofMillis(10))));
        arrive(2, 1000);
        serve(2, A, 1000, 2000);
        assertThat(services()).containsExactly(service(100, TEN), service(100, TEN));
    }

    @Test
    void leavesUnmeasuredWhatAServerDidWhileItChanged() {
        arrive(1, 100);
        timeline.append(200, new Happening.Started(1, A));
        apply(300, new Command.SetBehaviour(A, new Behaviour.Frozen()));
        apply(900, new Command.SetBehaviour(A, Behaviour.HEALTHY));
        timeline.append(1000, new Happening.FirstByte(1, A));
        timeline.append(1000, new Happening.Completed(1, A, 200));
        assertThat(services()).containsExactly(Optional.empty());
    }

    @Test
    void knowsUnderWhichLatencyItMeasured() {
        apply(10, new Command.SetLatency(B, TEN));
        arrive(1, 20);
        serve(1, B, 30, 50);
        assertThat(services()).containsExactly(service(20, TEN));
    }

    @Test
    void aConnectionTakesAsLongAsItLasts() {
        timeline.append(5, new Happening.Arrived(1, Origin.OUTSIDE, "127.0.0.1", "", "", "127.0.0.1"));
        serve(1, A, 10, 20);
        timeline.append(30, new Happening.Arrived(2, Origin.OUTSIDE, "127.0.0.1", "", "", "127.0.0.1"));
        timeline.append(40, new Happening.Started(2, A));
        timeline.append(50, new Happening.FirstByte(2, A));
        timeline.append(900, new Happening.Completed(2, A, 0));
        assertThat(services()).containsExactly(service(10, TEN), service(860, TEN));
    }

    @Test
    void repeatsWhatWasDoneButTheRequestsThatWereMade() {
        apply(10, new Command.SetWeight(A, 3));
        apply(20, new Command.Send("10.9.9.9", "/", 5));
        apply(30, new Command.SetTraffic(BUSY.asking(new Keys.Uniform(9))));
        apply(40, new Command.AddServer(ServerSpec.named("C").at("127.0.0.1:9000")));
        timeline.append(70, new Happening.Notice("the last event"));
        var tape = Tape.captured(timeline);
        assertThat(tape.begins()).isEqualTo(TWO.with(BUSY.arriving(new Arrivals.None())));
        assertThat(tape.deeds())
                .containsExactly(
                        new Deed(10, new Command.SetWeight(A, 3)),
                        new Deed(
                                30,
                                new Command.SetTraffic(Traffic.none().from(7).asking(new Keys.Uniform(9)))),
                        new Deed(
                                40,
                                new Command.AddServer(ServerSpec.named("C")
                                        .at("127.0.0.1:9000")
                                        .sized(10_000, 100))));
        assertThat(tape.nanos()).isEqualTo(70);
        assertThat(tape.fromNanos()).isZero();
    }

    @Test
    void beginsWithTheEarliestThatIsHeldWhenTheOldestIsGone() {
        var little = new Timeline(TWO, 16);
        little.append(1000, new Happening.Applied(new Command.SetWeight(A, 3), TWO));
        for (int i = 1; i <= 40; i++) {
            little.append(1000L * i, arrival(i));
        }
        var tape = Tape.captured(little);
        assertThat(tape.fromNanos()).isEqualTo(little.earliest()).isGreaterThan(0);
        assertThat(tape.deeds()).isEmpty();
        var first = recording(tape).arrival(0);
        assertThat(first.nanos()).isBetween(tape.fromNanos(), tape.fromNanos() + 1000);
        assertThat(recording(tape).arrival(recording(tape).size() - 1).nanos()).isEqualTo(40_000);
        assertThat(tape.until(0).nanos()).isEqualTo(tape.fromNanos());
    }

    @Test
    void tellsHowManyEventsWereMissed() {
        timeline.append(10, new Happening.Missed(7));
        timeline.append(20, new Happening.Missed(4));
        assertThat(recording(Tape.captured(timeline)).missed()).isEqualTo(11);
    }
}
