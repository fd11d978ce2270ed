package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.net.Opened.happened;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.Pick;
import ringside.engine.ServerId;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.RetryRule;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.route.HostMatch;
import ringside.engine.route.PathMatch;
import ringside.engine.route.Route;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;
import ringside.world.Caching;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Happening;
import ringside.world.Processes;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.World;

/** The gate's rules on the wire. */
@Timeout(60)
class LiveHandlingTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String UNWELL = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\noops";

    @RegisterExtension
    final Opened opened = new Opened();

    private static Raw.Answer get(LiveWorld world, String path, String fields) throws Exception {
        try (var raw = Raw.to(world)) {
            return raw.send("GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + fields + "\r\n")
                    .answer();
        }
    }

    @Test
    void whoAsksTooOftenGets429AndIsToldWhenToComeBack() throws Exception {
        var limit =
                new RateLimit(RateLimit.Kind.TOKEN_BUCKET, new Rate(1, Duration.ofHours(1)), 1, RateLimit.Scope.CLIENT);
        var world = opened.open(servers("A").with(Handling.USUAL.limited(Optional.of(limit))));
        assertThat(Raw.get(world, "/").status()).isEqualTo(200);
        var second = Raw.get(world, "/");
        assertThat(second.head()).startsWith("HTTP/1.1 429 Too Many Requests");
        assertThat(Long.parseLong(second.field("Retry-After"))).isBetween(3500L, 3600L);
        Eventually.holds(
                "it is told", () -> happenings(world).contains(new Happening.Refused(2, Pick.Cause.RATE_LIMITED)));
    }

    @Test
    void cachesAndHerdsAreForSimulatedWorldsAndThatIsSaid() {
        var why = "caches on servers are for simulated worlds: here each server does its own work for every request";
        var alone = "processes that wait on one socket are for simulated worlds: here each server is one process";
        var caching = Optional.of(Caching.USUAL);
        var herd = Optional.of(new Processes(16, Processes.Wake.ALL, Processes.USUAL_COST));
        var a = new ServerId("A");
        var cached = opened.open(servers("A").caching(caching).change(a, s -> s.waiting(herd)));
        Eventually.holds("it is noticed", () -> happenings(cached).contains(new Happening.Notice(alone)));
        assertThat(cached.apply(new Command.SetProcesses(a, herd))).isEqualTo(new World.Outcome.Rejected(alone));
        Eventually.holds("it is noticed", () -> happenings(cached).contains(new Happening.Notice(why)));
        assertThat(cached.scenario().caching()).isEmpty();
        assertThat(cached.apply(new Command.SetCache(caching))).isEqualTo(new World.Outcome.Rejected(why));
        assertThat(cached.scenario().caching()).isEmpty();
    }

    @Test
    void aCookieBringsClientsBackAndIsSetWhenTheyGoElsewhere() throws Exception {
        var sticky = Handling.USUAL.with(new Stickiness.Cookie("at", Stick.WhileDraining.STAY));
        var world = opened.open(servers("A", "B").with(sticky));
        assertThat(Raw.get(world, "/").field("Set-Cookie")).isEqualTo("at=A; Path=/; HttpOnly; SameSite=Lax");
        for (int i = 0; i < 3; i++) {
            var again = get(world, "/", "Host: localhost\r\nCookie: x=y; at=B\r\n");
            assertThat(again.field("X-Ringside-Server")).isEqualTo("B");
            assertThat(again.field("Set-Cookie")).isEmpty();
        }
        var stranger = get(world, "/", "Host: localhost\r\nCookie: at=gone\r\n");
        assertThat(stranger.field("Set-Cookie"))
                .isEqualTo("at=" + stranger.field("X-Ringside-Server") + "; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void routesLeadToPoolsAndTheirHostsMayBeAskedFor() throws Exception {
        var route = new Route(HostMatch.of("shop.example"), new PathMatch.Under("/"), List.of(), "shop");
        var scenario = Scenario.of(Opened.swift("A"), Opened.swift("S").in("shop"));
        var world = opened.open(scenario, LiveOptions.anywhere());
        assertThat(get(world, "/", "Host: shop.example\r\n").status()).isEqualTo(421);
        world.apply(new HandlingCommand.SetRoutes(List.of(Route.under("/s", "shop"), route)));
        assertThat(get(world, "/", "Host: Shop.example:80\r\n").field("X-Ringside-Server"))
                .isEqualTo("S");
        assertThat(Raw.get(world, "/s/1").field("X-Ringside-Server")).isEqualTo("S");
        assertThat(Raw.get(world, "/").field("X-Ringside-Server")).isEqualTo("A");
        assertThat(get(world, "/", "Host: other.example\r\n").status()).isEqualTo(421);
        Eventually.holds("routes are told of", () -> happened(world, Happening.Matched.class));
    }

    @Test
    void anAnswerOfBadTidingsIsKeptFromClientsWhereAnotherServerHasABetterOne() throws Exception {
        var rule = new RetryRule(0, Set.of(), Set.of(503), RetryRule.USUAL_BUDGET);
        var world = opened.before(Backend.answering(UNWELL), Backend.answering(OK));
        world.apply(new HandlingCommand.SetRetries(rule));
        for (int i = 0; i < 4; i++) {
            assertThat(Raw.get(world, "/").body()).isEqualTo("ok");
        }
        try (var raw = Raw.to(world)) {
            var posted = raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx");
            var answers = List.of(
                    posted.answer().status(),
                    raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx")
                            .answer()
                            .status());
            assertThat(answers).containsExactlyInAnyOrder(200, 503);
        }
    }

    @Test
    void theLastServersAnswerGoesToTheClientWhateverItIs() throws Exception {
        var rule = new RetryRule(0, Set.of(), Set.of(503), RetryRule.USUAL_BUDGET);
        var world = opened.before(Backend.answering(UNWELL), Backend.answering(UNWELL));
        world.apply(new HandlingCommand.SetRetries(rule));
        assertThat(Raw.get(world, "/").body()).isEqualTo("oops");
        Eventually.holds(
                "it was tried again",
                () -> happenings(world)
                        .contains(new Happening.Retried(1, new ServerId("S0"), Happening.Failure.SERVER_ERROR)));
    }

    @Test
    void aServerThatBreaksOffWithinItsAnswersIsEjected() throws Exception {
        var cut = new Backend((_, _, out) -> {
            Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            return false;
        });
        var world = opened.before(cut, Backend.answering(OK));
        world.apply(new HandlingCommand.SetEjection(Optional.of(new Ejector.Rules(1, Duration.ofHours(1), 50))));
        assertThatThrownBy(() -> Raw.get(world, "/")).isInstanceOf(IOException.class);
        for (int i = 0; i < 6; i++) {
            assertThat(Raw.get(world, "/").body()).isEqualTo("ok");
        }
        assertThat(cut.heads()).hasSize(1);
    }

    @Test
    void requestsWaitInLineForRoomAndAreTurnedAwayWhenTheLineIsFullOrTheirTimeIsOver() throws Exception {
        var release = new CountDownLatch(1);
        var slow = new Backend((_, _, out) -> {
            try {
                release.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            Backend.write(out, OK);
            return true;
        });
        var world = opened.before(slow);
        world.apply(new HandlingCommand.SetCapacity(Optional.of(new Capacity(1, 1, Duration.ofSeconds(10)))));
        try (var first = Raw.to(world);
                var second = Raw.to(world)) {
            first.send("GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Eventually.holds("the first is under way", () -> slow.heads().size() == 1);
            second.send("GET /2 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Eventually.holds("the second stands in line", () -> happened(world, Happening.InLine.class));
            assertThat(Raw.get(world, "/3").status()).isEqualTo(503);
            release.countDown();
            assertThat(first.answer().status()).isEqualTo(200);
            assertThat(second.answer().status()).isEqualTo(200);
        }
        world.apply(new HandlingCommand.SetCapacity(Optional.of(new Capacity(1, 1, Duration.ofMillis(50)))));
        Eventually.holds(
                "the line was told of",
                () -> happenings(world).contains(new Happening.Refused(3, Pick.Cause.LINE_FULL)));
    }

    @Test
    void whoStandsInLineForTooLongGets503() throws Exception {
        var silent = new Backend((_, in, _) -> in.read() >= 0);
        var world = opened.before(silent);
        world.apply(new HandlingCommand.SetCapacity(Optional.of(new Capacity(1, 1, Duration.ofMillis(50)))));
        try (var first = Raw.to(world)) {
            first.send("GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Eventually.holds("the first is under way", () -> silent.heads().size() == 1);
            assertThat(Raw.get(world, "/2").status()).isEqualTo(503);
        }
        Eventually.holds(
                "it is told", () -> happenings(world).contains(new Happening.Refused(2, Pick.Cause.WAITED_TOO_LONG)));
    }

    @Test
    void whatComesTooSoonIsHeldBackUntilItsTurn() throws Exception {
        var leaky = new RateLimit(RateLimit.Kind.LEAKY_BUCKET, Rate.perSecond(20), 5, RateLimit.Scope.EVERYBODY);
        var world = opened.open(servers("A").with(Handling.USUAL.limited(Optional.of(leaky))));
        try (var raw = Raw.to(world)) {
            var get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
            raw.send(get + get);
            assertThat(raw.answer().status()).isEqualTo(200);
            assertThat(raw.answer().status()).isEqualTo(200);
        }
        Eventually.holds("it is told", () -> happened(world, Happening.HeldBack.class));
    }

    @Test
    void aServerWithAllItMayHaveGetsNoMore() throws Exception {
        var silent = new Backend((_, in, _) -> in.read() >= 0);
        opened.closing(silent);
        var spec = ServerSpec.named("S").at(silent.address());
        var world = opened.open(Scenario.of(spec.on(spec.terms().limitedTo(1))));
        try (var first = Raw.to(world)) {
            first.send("GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Eventually.holds("the first is under way", () -> silent.heads().size() == 1);
            assertThat(Raw.get(world, "/2").status()).isEqualTo(503);
        }
    }
}
