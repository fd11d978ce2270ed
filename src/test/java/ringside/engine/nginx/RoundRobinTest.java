package ringside.engine.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.Picking.ask;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.engine.Attempt;
import ringside.engine.Detail;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.Vectors;

class RoundRobinTest {
    private static final String ID = "nginx/round-robin";

    @Test
    void takesTheTurnsThatNginxTook() {
        int picks = 0;
        var rows = Recorded.rows("wrr.csv");
        for (var row : rows) {
            var weights =
                    Stream.of(row.get(0).split(" ")).mapToInt(Integer::parseInt).toArray();
            int count = row.get(1).split(" ").length;
            assertThat(Asking.by(ID, Recorded.weighing(weights)).next(count))
                    .as("weights %s", row.get(0))
                    .isEqualTo(row.get(1));
            picks += count;
        }
        assertThat(rows).hasSize(12);
        assertThat(picks).isEqualTo(885);
    }

    @Test
    void leavesOutServersThatAreDownAndAsksBackupsOnlyWhenAllPrimariesAre() {
        int picks = 0;
        var lines = Vectors.text("nginx/wrr_down_backup.csv").lines().skip(1).toList();
        for (var line : lines) {
            var row = Recorded.fields(line);
            int count = row.get(1).split(" ").length;
            assertThat(Asking.by(ID, Recorded.pool(row.get(0))).next(count))
                    .as(row.get(0))
                    .isEqualTo(row.get(1));
            picks += count;
        }
        assertThat(lines).hasSize(3);
        assertThat(picks).isEqualTo(52);
    }

    @Test
    void triesServersAndGivesThemUpAsNginxDid() {
        int requests = 0;
        for (var element : Recorded.json("failures.json").getAsJsonArray()) {
            var run = element.getAsJsonObject();
            var asking = Asking.by(ID, Recorded.pool(run.getAsJsonArray("servers")))
                    .retrying(rules(run.getAsJsonArray("location")));
            if (run.get("failure_kind").getAsString().startsWith("closes")) {
                asking.failingBy(new Outcome.Broken(Outcome.How.CLOSED));
            }
            var steps = run.getAsJsonArray("steps");
            for (int i = 0; i < steps.size(); i++) {
                assertReply(asking, steps.get(i).getAsJsonObject(), run.get("servers") + ", step " + i);
            }
            requests += steps.size();
        }
        assertThat(requests).isEqualTo(460);
    }

    @Test
    void letsADisabledServerTryAgainAfterItsTimeoutAsNginxDid() {
        var run = Recorded.json("fail_timeout.json").getAsJsonObject();
        var asking = Asking.by(ID, Recorded.pool(run.getAsJsonArray("servers"))).retrying(retryingStatus500(0));
        int requests = 0;
        for (var element : run.getAsJsonArray("steps")) {
            var step = element.getAsJsonObject();
            if (step.has("wall_s")) {
                asking.at(step.get("wall_s").getAsDouble());
                assertReply(asking, step, "request " + requests);
                requests++;
            }
        }
        assertThat(requests).isEqualTo(42);
    }

    @Test
    void neverGivesUpTheOnlyServer() {
        var asking = Asking.by(ID, Recorded.weighing(1)).retrying(retryingStatus500(0));
        for (int i = 0; i < 5; i++) {
            assertThat(asking.send(Request.keyed(""), Set.of("1"))).isEqualTo(new Asking.Reply("1", 500));
        }
        asking.failingBy(new Outcome.Broken(Outcome.How.CLOSED));
        for (int i = 0; i < 5; i++) {
            assertThat(asking.send(Request.keyed(""), Set.of("1"))).isEqualTo(new Asking.Reply("1", 502));
        }
        assertThat(asking.next(2)).isEqualTo("1 1");
    }

    @Test
    void givesUpAPrimaryThatHasABackup() {
        var asking =
                Asking.by(ID, Recorded.pool("[[1, \"\"], [1, \"backup\"]]")).retrying(retryingStatus500(0));
        assertThat(asking.send(Request.keyed(""), Set.of("1"))).isEqualTo(new Asking.Reply("1 2", 200));
        assertThat(asking.next(2)).isEqualTo("2 2");
        asking.at(10.9);
        assertThat(asking.next(1)).isEqualTo("2");
        asking.at(11);
        assertThat(asking.next(2)).isEqualTo("1 1");
    }

    @Test
    void forgivesNothingForASuccessWithinTheTimeout() {
        var asking = Asking.by(ID, Recorded.pool("[[1, \"max_fails=2\"], [1, \"\"]]"))
                .retrying(retryingStatus500(0));
        assertThat(asking.send(Request.keyed(""), Set.of("1"))).isEqualTo(new Asking.Reply("1 2", 200));
        asking.at(10);
        assertThat(asking.next(2)).isEqualTo("2 1");
        assertThat(asking.send(Request.keyed(""), Set.of("1"))).isEqualTo(new Asking.Reply("2", 200));
        assertThat(asking.send(Request.keyed(""), Set.of("1"))).isEqualTo(new Asking.Reply("1 2", 200));
        assertThat(asking.next(3)).isEqualTo("2 2 2");
    }

    @Test
    void remembersNoFailuresOfAServerThatWasTheOnlyOne() {
        var asking = Asking.by(ID, Recorded.weighing(1)).retrying(retryingStatus500(0));
        asking.failingBy(new Outcome.Broken(Outcome.How.CLOSED)).send(Request.keyed(""), Set.of("1"));
        asking.balancer().use(Recorded.weighing(1, 1));
        assertThat(asking.next(4)).isEqualTo("1 2 1 2");
    }

    @Test
    void doesNotComeBackToThePrimariesOnceARequestWentToABackup() {
        var asking = Asking.by(ID, Recorded.pool("[[1, \"max_conns=1\"], [1, \"backup\"], [1, \"backup\"]]"));
        var balancer = asking.balancer();
        assertThat(asking.open()).isEqualTo("1");
        var trail = balancer.begin(Request.keyed(""));
        assertThat(balancer.pick(trail, Detail.PLAIN)).isEqualTo(balancer.pool().chosen(1));
        balancer.settle(new Attempt(Recorded.server(2), new Outcome.Broken(Outcome.How.TIMEOUT), true, 0));
        asking.close(Recorded.server(1));
        assertThat(balancer.pick(trail, Detail.PLAIN)).isEqualTo(balancer.pool().chosen(2));
        assertThat(asking.open()).isEqualTo("1");
    }

    @Test
    void keepsItsCountsWhenOthersComeAndGo() {
        var asking = Asking.by(ID, Recorded.weighing(5, 1, 1));
        assertThat(asking.next(2)).isEqualTo("1 1");
        asking.balancer().use(Recorded.weighing(5, 1));
        assertThat(asking.next(5)).isEqualTo("2 1 1 1 1");
    }

    @Test
    void tellsEachServersWeightsBeforeAndAfter() {
        var asking = Asking.by(ID, Recorded.pool("[[4, \"max_fails=2\"], [1, \"\"]]"))
                .retrying(retryingStatus500(0));
        assertThat(asking.send(Request.keyed(""), Set.of("1"))).isEqualTo(new Asking.Reply("1 2", 200));
        assertThat(reason(asking))
                .isEqualTo(new Reason.Raised(
                        List.of(
                                new Reason.Gain(Recorded.server(1), 4, 2, -1, 1),
                                new Reason.Gain(Recorded.server(2), 1, 1, 1, -1)),
                        3));
    }

    @Test
    void saysWhenBackupsStandIn() {
        assertThat(reason(Asking.by(ID, Recorded.pool("[[1, \"down\"], [3, \"backup\"]]"))))
                .isEqualTo(new Reason.Instead(
                        Reason.Because.BACKUPS_ONLY,
                        new Reason.Raised(List.of(new Reason.Gain(Recorded.server(2), 3, 3, 0, 0)), 3)));
        assertThat(reason(Asking.by(ID, Recorded.weighing(3)))).isEqualTo(new Reason.OnlyOne());
    }

    @Test
    void refusesAWeightOfNothing() {
        assertThatThrownBy(() -> Asking.by(ID, Recorded.weighing(1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nginx gives every server a weight of 1 or more, and 127.0.0.1:19002 has 0:"
                        + " take it down instead");
    }

    private static Reason reason(Asking asking) {
        return switch (ask(asking.balancer(), Request.keyed(""), Detail.REASONED)) {
            case Pick.Chosen(var _, var why) -> why;
            case Pick.Refused(var cause) -> throw new AssertionError("refused: " + cause);
        };
    }

    private static void assertReply(Asking asking, JsonObject step, String description) {
        var failing = step.getAsJsonArray("failing").asList().stream()
                .map(s -> s.getAsString())
                .collect(Collectors.toSet());
        var attempts = step.getAsJsonArray("attempts").asList().stream()
                .map(a -> a.getAsString().startsWith("f") ? "none" : a.getAsString())
                .toList();
        assertThat(asking.send(Request.keyed(""), failing))
                .as(description)
                .isEqualTo(new Asking.Reply(attempts, step.get("status").getAsInt()));
    }

    private static NextUpstream rules(JsonArray location) {
        boolean two = location.toString().contains("proxy_next_upstream_tries 2");
        return retryingStatus500(two ? 2 : 0);
    }

    static NextUpstream retryingStatus500(int tries) {
        return new NextUpstream(
                Set.of(NextUpstream.Kind.ERROR, NextUpstream.Kind.TIMEOUT, NextUpstream.Kind.HTTP_500),
                tries,
                Duration.ZERO);
    }
}
