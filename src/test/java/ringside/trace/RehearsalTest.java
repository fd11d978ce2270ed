package ringside.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.config.Place;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Request;
import ringside.engine.Standing;
import ringside.engine.haproxy.Observing;
import ringside.engine.nginx.NextUpstream;

class RehearsalTest {
    private static final String NGINX = "nginx/round-robin";
    private static final String HAPROXY = "haproxy/roundrobin";

    private static Tracing two(String policy) {
        return Tracing.by(policy, Tracing.server(1), Tracing.server(2));
    }

    @Test
    void keepsARequestWithANameOpenUntilItIsClosed() {
        var tracing = two("nginx/least-conn");
        assertThat(tracing.all("{'id':'a'}", "{'id':'b'}", "{'id':'c'}", "{'close':'b'}", "{}", "{}"))
                .containsExactly("9001: 9001", "9002: 9002", "9002: 9002", "", "9001: 9001", "9002: 9002");
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;open=1");
        assertThat(tracing.told("{'close':'a'}")).isEmpty();
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;open=0");
        assertThat(tracing.state(2)).isEqualTo("up;weight=1;open=1");
        assertThat(tracing.next(2)).isEqualTo("9001 9001");
    }

    @Test
    void goesToTheNextServerAfterAnErrorAndNotAfterAStatus() {
        var tracing = two(NGINX);
        assertThat(tracing.told("{'fails':{'127.0.0.1:9001':'error'}}")).isEqualTo("9002: 9001 9002");
        assertThat(two(NGINX).told("{'fails':{'s1':'status:500'}}")).isEqualTo("9001: 9001");
        assertThat(two(NGINX).told("{'fails':{'s1':'timeout','s2':'closed'}}")).isEqualTo("9002: 9001 9002");
    }

    @Test
    void refusesARequestWhenNobodyIsLeft() {
        var tracing = Tracing.by(
                NGINX,
                Tracing.server(1, m -> m.with(m.terms().failing(1, Duration.ofSeconds(9)))),
                Tracing.server(2, m -> m.with(Standing.DOWN)),
                Tracing.server(3));
        assertThat(tracing.told("{'server':'s3','set':'down'}")).isEmpty();
        assertThat(tracing.told("{'id':'a','fails':{'s1':'error'}}")).isEqualTo("9001: 9001");
        assertThat(tracing.told("{'id':'b'}")).isEqualTo("none: ");
        assertThat(tracing.told("{'close':'b'}")).isEmpty();
    }

    @Test
    void retriesByTheWayThatTheRequestTakes() {
        var wide = new NextUpstream(Set.of(NextUpstream.Kind.HTTP_500), 0, Duration.ZERO);
        var routes = List.of(
                new PathRoute(PathRoute.Match.PREFIX, "/", "pool", NextUpstream.STANDARD),
                new PathRoute(PathRoute.Match.PREFIX, "/api/", "pool", wide),
                new PathRoute(PathRoute.Match.EXACT, "/api/x", "pool", NextUpstream.STANDARD));
        assertThat(ended(routes, "/api/y")).isEqualTo("9002: 9001 9002");
        assertThat(ended(routes, "/api/x?k=1")).isEqualTo("9001: 9001");
        assertThat(ended(routes, "/other")).isEqualTo("9001: 9001");
        assertThat(ended(routes.subList(1, 3), "/other")).isEqualTo("9002: 9001 9002");
    }

    private static String ended(List<PathRoute> routes, String path) {
        var subject = Tracing.subject(NGINX, Map.of(), routes, Tracing.server(1), Tracing.server(2));
        return Tracing.of(subject).told("{'path':'" + path + "','fails':{'s1':'status:500'}}");
    }

    @Test
    void forgivesAServerWhenItsTimeIsOver() {
        var tracing = two(NGINX);
        assertThat(tracing.told("{'fails':{'s1':'error'}}")).isEqualTo("9002: 9001 9002");
        assertThat(tracing.next(3)).isEqualTo("9002 9002 9002");
        tracing.told("{'at':10.9}");
        assertThat(tracing.next(2)).isEqualTo("9002 9002");
        tracing.told("{'at':11}");
        assertThat(tracing.next(3)).contains("9001");
    }

    @Test
    void asksAServerAgainThatItsMapNamesAgain() {
        var subject = Tracing.subject(
                "haproxy/url_param", Map.of("parameter", "k"), List.of(), Tracing.server(1), Tracing.server(2));
        assertThat(Tracing.of(subject).told("{'path':'/?k=','fails':{'s1':'refused'}}"))
                .isEqualTo("9001: 9001 9001 9001");
    }

    @Test
    void obeysTheOperator() {
        for (var policy : List.of(NGINX, HAPROXY, "textbook/round-robin")) {
            for (var out : List.of("down", "drain", "maint")) {
                var tracing = two(policy);
                tracing.told("{'server':'s1','set':'" + out + "'}");
                assertThat(tracing.state(1)).as(policy).startsWith(out + ";");
                assertThat(tracing.next(2)).as(policy).isEqualTo("9002 9002");
                tracing.told("{'server':'127.0.0.1:9001','set':'ready'}");
                assertThat(tracing.next(2)).as(policy).contains("9001");
            }
            var tracing = two(policy);
            tracing.all("{'server':'s2','set':'down'}", "{'server':'s2','set':'up'}", "{'server':'s1','weight':3}");
            assertThat(tracing.state(1)).isEqualTo("up;weight=3;open=0");
            assertThat(tracing.state(2)).startsWith("up;");
        }
    }

    @Test
    void keepsWhatItHadWhenAStepCannotBeTaken() {
        var tracing = two(NGINX);
        assertThatThrownBy(() -> tracing.told("{'server':'s1','weight':0}"))
                .hasMessageContaining("weight of 1 or more");
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;open=0");
        tracing.told("{'at':2}");
        assertThatThrownBy(() -> tracing.told("{'at':1.5}"))
                .hasMessage("the clock stands at 2.0 s and does not go back");
        tracing.told("{'id':'a'}");
        assertThatThrownBy(() -> tracing.told("{'id':'a'}")).hasMessageContaining("\"a\" is open already");
        tracing.told("{'close':'a'}");
        assertThatThrownBy(() -> tracing.told("{'close':'a'}")).hasMessage("no request called \"a\" is open");
        assertThatThrownBy(() -> tracing.told("{'check':'s1','passed':true}")).hasMessageContaining("is not checked");
        assertThatThrownBy(() -> tracing.told("{'observe':'s1','status':500}")).hasMessageContaining("nobody observes");
        assertThatThrownBy(() -> tracing.told("{'agent':'s1','says':'up'}")).hasMessageContaining("has no agent");
    }

    @Test
    void checksTakeAServerDownAndBringItBack() {
        var tracing = Tracing.by(HAPROXY, Tracing.watched(1, Optional.empty(), false), Tracing.server(2));
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;health=2;open=0");
        tracing.told("{'check':'s1','passed':false}");
        assertThat(tracing.state(1)).isEqualTo("down;weight=1;health=0;open=0");
        assertThat(tracing.next(2)).isEqualTo("9002 9002");
        tracing.all("{'check':'s1','passed':true}", "{'server':'s1','set':'ready'}");
        assertThat(tracing.state(1)).isEqualTo("down;weight=1;health=1;open=0");
        tracing.told("{'check':'s1','passed':true}");
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;health=4;open=0");
        tracing.all("{'server':'s1','set':'maint'}", "{'server':'s1','set':'up'}");
        assertThat(tracing.state(1)).isEqualTo("maint;weight=1;health=4;open=0");
        tracing.told("{'server':'s1','set':'ready'}");
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;health=2;open=0");
    }

    @Test
    void worldsTrustAServerInFullFromTheBeginning() {
        var subject = Tracing.subject(
                "textbook/round-robin", Map.of(), List.of(), Tracing.watched(1, Optional.empty(), false));
        var tracing = Tracing.of(new Subject(subject.upstream(), List.of(), true, 1));
        assertThat(tracing.state(1)).startsWith("up;weight=1;health=4;");
    }

    @Test
    void whatTheTraceSaysOfAttemptsIsObserved() {
        var observing = Observing.fresh(Observing.Layer.LAYER7, 2, Observing.OnError.MARK_DOWN);
        var tracing = Tracing.by(HAPROXY, Tracing.watched(1, Optional.of(observing), false));
        tracing.told("{'observe':'s1','status':503}");
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;health=2;errors=1;open=0");
        tracing.told("{}");
        assertThat(tracing.state(1)).contains("errors=1");
        tracing.all("{'id':'a'}", "{'close':'a','outcome':'ok'}");
        assertThat(tracing.state(1)).contains("errors=0");
        tracing.all("{'fails':{'s1':'status:500'}}", "{'observe':'s1','outcome':'timeout'}");
        assertThat(tracing.state(1)).isEqualTo("down;weight=1;health=0;errors=0;open=0");
        assertThat(tracing.told("{}")).isEqualTo("none: ");
    }

    @Test
    void agentsWeighAndLimit() {
        var tracing = Tracing.by("haproxy/first", Tracing.watched(1, Optional.empty(), true), Tracing.server(2));
        tracing.told("{'agent':'s1','says':'maxconn:1'}");
        assertThat(tracing.all("{'id':'a'}", "{'id':'b'}")).containsExactly("9001: 9001", "9002: 9002");
        tracing.all("{'server':'s1','weight':40}", "{'agent':'s1','says':'drain'}");
        assertThat(tracing.state(1)).isEqualTo("drain;weight=40;health=2;open=1");
    }

    @Test
    void aServerThatStartsSlowlyGainsItsTurnsSecondBySecond() {
        var tracing = Tracing.by(
                HAPROXY,
                Tracing.server(1, m -> m.weighing(10).with(m.terms().startingSlowly(Duration.ofSeconds(8)))),
                Tracing.server(2, m -> m.weighing(10)));
        assertThat(tracing.state(1)).isEqualTo("up;weight=10;open=0");
        tracing.all("{'server':'s1','set':'maint'}", "{'at':1}", "{'server':'s1','set':'ready'}");
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;throttle=6;open=0");
        assertThat(tracing.next(17).split("9001", -1)).hasSizeLessThan(4);
        tracing.told("{'at':5}");
        assertThat(tracing.state(1)).isEqualTo("up;weight=6;throttle=56;open=0");
        tracing.told("{'at':9}");
        assertThat(tracing.state(1)).isEqualTo("up;weight=10;open=0");
        assertThat(tracing.next(20).split("9001", -1)).hasSize(11);
    }

    @Test
    void aPolicyWithFixedWeightsKnowsNoSlowStart() {
        var tracing = Tracing.by(
                "haproxy/static-rr", Tracing.server(1, m -> m.with(m.terms().startingSlowly(Duration.ofSeconds(8)))));
        tracing.all("{'server':'s1','set':'maint'}", "{'server':'s1','set':'ready'}");
        assertThat(tracing.state(1)).isEqualTo("up;weight=1;open=0");
    }

    @Test
    void oneKeyStandsForWhateverIsHashed() {
        var named = Tracing.subject(
                "haproxy/hdr", Map.of("header", "x", "hash-type", "consistent"), List.of(), Tracing.server(1));
        assertThat(named.byKey().upstream().policy().options()).isEqualTo(Map.of("hash-type", "consistent"));
        assertThat(Subject.keyed("a")).isEqualTo(new Request("a", "a", "a"));
    }

    @Test
    void aServersAttemptsEndAsToldWhereverTwoShareAnAddress() {
        var step = (Step.Ask) new StepReader(Tracing.subject(
                        NGINX,
                        Map.of(),
                        List.of(),
                        Tracing.server(1),
                        new UpstreamServer(Member.up("again", 1), Optional.of("127.0.0.1:9001"), Watch.NONE)))
                .read(new Place("t", 1, 1), "{\"fails\":{\"127.0.0.1:9001\":\"status:404\"}}");
        assertThat(step.fails()).hasSize(2).containsValue(new Outcome.Answered(404));
    }
}
