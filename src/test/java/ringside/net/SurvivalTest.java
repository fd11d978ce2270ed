package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.net.Opened.happened;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.ServerId;
import ringside.engine.guard.RetryRule;
import ringside.engine.member.Ejector;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.World;

/** What clients notice, over real sockets and under load, when servers die, freeze, come and go. */
@Timeout(120)
class SurvivalTest {
    private static final int CLIENTS = 8;
    private static final ServerId B = new ServerId("B");
    private static final Checks QUICK =
            new Checks(Checks.Kind.HTTP, "/health", Duration.ofMillis(20), Duration.ofMillis(150), 2, 2);

    @RegisterExtension
    final Opened opened = new Opened();

    private static void done(World.Outcome outcome) {
        assertThat(outcome).isInstanceOf(World.Outcome.Done.class);
    }

    @Test
    void nobodyNoticesThatOneOfThreeServersIsKilled() throws Exception {
        var world = opened.open(servers("A", "B", "C"));
        try (var crowd = new Crowd(world, CLIENTS, false)) {
            crowd.goOnFor(100);
            done(world.apply(new Command.SetBehaviour(B, new Behaviour.Crashed())));
            crowd.goOnFor(300);
            done(world.apply(new Command.RemoveServer(new ServerId("C"), Command.Leaving.KILL)));
            crowd.goOnFor(300);
            assertThat(crowd.complaints()).isEmpty();
        }
    }

    @Test
    void nobodyNoticesThatAServerIsDrainedAndItGetsNothingNew() throws Exception {
        var world = opened.open(servers("A", "B", "C"));
        try (var crowd = new Crowd(world, CLIENTS, false)) {
            crowd.goOnFor(100);
            done(world.apply(new Command.RemoveServer(B, Command.Leaving.DRAIN)));
            var marker = Raw.get(world, "/marker").field("X-Ringside-Request");
            crowd.goOnFor(300);
            Eventually.holds("B has left", () -> happened(world, Happening.Left.class));
            assertThat(crowd.complaints()).isEmpty();
            var story = happenings(world);
            var late = requests(
                    story.subList(indexOf(story, Long.parseLong(marker)), story.size()), Happening.Arrived.class);
            assertThat(story.stream()
                            .filter(what -> what instanceof Happening.Routed(long request, var server, int _, var _)
                                    && server.equals(B)
                                    && late.contains(request)))
                    .isEmpty();
        }
    }

    @Test
    void aZombieCostsNobodyAnythingOnceTwoChecksHaveFailed() throws Exception {
        var world = opened.open(servers("A", "B", "C").with(QUICK).with(Duration.ofMillis(400)));
        try (var crowd = new Crowd(world, CLIENTS, false)) {
            crowd.goOnFor(100);
            done(world.apply(new Command.SetBehaviour(B, new Behaviour.Zombie())));
            Eventually.holds("B is ejected", () -> happenings(world).contains(new Happening.Ejected(B)));
            crowd.goOnFor(500);
            var story = happenings(world);
            int ejected = story.indexOf(new Happening.Ejected(B));
            assertThat(requests(story.subList(ejected, story.size()), Happening.Arrived.class))
                    .doesNotContainAnyElementsOf(requests(story, Happening.Failed.class));
            var checks = story.subList(0, ejected).stream()
                    .filter(what -> (what instanceof Happening.ProbePassed || what instanceof Happening.ProbeFailed)
                            && ((Happening.OfServer) what).server().equals(B))
                    .map(Happening.ProbeFailed.class::isInstance)
                    .toList();
            assertThat(checks.subList(checks.lastIndexOf(false) + 1, checks.size()))
                    .containsExactly(true, true);
        }
    }

    @Test
    void nobodyNoticesAZombieWhereTimeoutsAreTriedElsewhereAndTrafficEjects() throws Exception {
        var handling = Handling.USUAL
                .with(Duration.ofMillis(300))
                .with(new RetryRule(0, Set.of(RetryRule.On.values()), Set.of(502, 503, 504), RetryRule.USUAL_BUDGET))
                .ejecting(Optional.of(new Ejector.Rules(1, Duration.ofMillis(200), 50)));
        var world = opened.open(servers("A", "B", "C").with(QUICK).with(handling));
        try (var crowd = new Crowd(world, CLIENTS, false)) {
            crowd.goOnFor(100);
            done(world.apply(new Command.SetBehaviour(B, new Behaviour.Zombie())));
            Eventually.holds("B is ejected", () -> happened(world, Happening.PassivelyEjected.class));
            crowd.goOnFor(300);
            done(world.apply(new Command.SetBehaviour(B, Behaviour.HEALTHY)));
            Eventually.holds("B is back", () -> happened(world, Happening.Returned.class));
            crowd.goOnFor(100);
            assertThat(crowd.complaints()).isEmpty();
        }
    }

    @Test
    void aThousandChangesLoseAndDoubleNothing() throws Exception {
        var backends = List.of(echo(), echo(), echo());
        for (var backend : backends) {
            opened.closing(backend);
        }
        var specs = backends.stream()
                .map(backend ->
                        ServerSpec.named("S" + backends.indexOf(backend)).at(backend.address()))
                .toArray(ServerSpec[]::new);
        var world = opened.open(Scenario.of(specs));
        try (var crowd = new Crowd(world, CLIENTS, true)) {
            crowd.goOnFor(50);
            for (int change = 0; change < 1000; change++) {
                var spec = specs[change / 2 % specs.length];
                done(world.apply(
                        change % 2 == 0
                                ? new Command.RemoveServer(spec.id(), Command.Leaving.DRAIN)
                                : new Command.AddServer(spec)));
                crowd.goOnFor(1);
            }
            assertThat(crowd.complaints()).isEmpty();
        }
    }

    /** Where in a story a request arrived. */
    private static int indexOf(List<Happening> story, long request) {
        return (int) story.stream()
                .takeWhile(what -> !(what instanceof Happening.Arrived arrived && arrived.request() == request))
                .count();
    }

    /** The requests to which something of this kind happened. */
    private static Set<Long> requests(List<Happening> story, Class<? extends Happening.OfRequest> kind) {
        return story.stream()
                .filter(kind::isInstance)
                .map(what -> kind.cast(what).request())
                .collect(Collectors.toSet());
    }

    private static Backend echo() throws IOException {
        return new Backend((head, _, out) -> {
            var path = head.split(" ", 3)[1];
            Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
            return true;
        });
    }
}
