package ringside.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Trials;

/** Guards keep a balancer off a server whatever its policy. */
class WithEveryPolicyTest {
    static Stream<String> everyPolicy() {
        return Policies.all().stream().map(Policies.Entry::id);
    }

    @ParameterizedTest
    @MethodSource("everyPolicy")
    void anOpenBreakerKeepsRequestsAway(String id) {
        var pool = Trials.pool("A", "B", "C");
        var breakers = new HashMap<ServerId, CircuitBreaker>();
        for (var member : pool.members()) {
            var rules = new CircuitBreaker.Rules(new Tripping.InARow(1), Duration.ofSeconds(1), 1);
            breakers.put(member.id(), new CircuitBreaker(rules));
        }
        trip(breakers, "B");
        assertThat(chosen(new Balancer(Policies.make(PolicyChoice.of(id)), pool), opened(breakers)))
                .isSubsetOf("A", "C")
                .isNotEmpty();
        trip(breakers, "A");
        trip(breakers, "C");
        assertThat(chosen(new Balancer(Policies.make(PolicyChoice.of(id)), pool), opened(breakers)))
                .isEmpty();
    }

    private static Predicate<ServerId> opened(Map<ServerId, CircuitBreaker> breakers) {
        return id -> Stream.ofNullable(breakers.get(id)).anyMatch(breaker -> breaker.admits(0));
    }

    private static void trip(Map<ServerId, CircuitBreaker> breakers, String name) {
        var breaker =
                Stream.ofNullable(breakers.get(new ServerId(name))).findFirst().orElseThrow();
        if (breaker.admit(0) instanceof CircuitBreaker.Verdict.Admitted admitted) {
            breaker.settle(admitted, new Outcome.Answered(500), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("everyPolicy")
    void aFullServerGetsNothing(String id) {
        var pool = Trials.pool("A", "B").plus(Member.up("C", 2));
        var balancer = new Balancer(Policies.make(PolicyChoice.of(id)), pool);
        for (int i = 0; i < 100; i++) {
            pick(balancer, i, server -> balancer.inFlight(server) == 0);
        }
        assertThat(pool.members()).allMatch(member -> balancer.inFlight(member.id()) == 1);
        assertThat(pick(balancer, 9, server -> balancer.inFlight(server) == 0)).isInstanceOf(Pick.Refused.class);
    }

    private static Set<String> chosen(Balancer balancer, Predicate<ServerId> allowed) {
        var chosen = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            if (pick(balancer, i, allowed) instanceof Pick.Chosen(var server, var _)) {
                chosen.add(server.name());
            }
        }
        return chosen;
    }

    private static Pick pick(Balancer balancer, int number, Predicate<ServerId> allowed) {
        var request = new Request("10.0.0." + number % 50, "/" + number, "k" + number);
        return balancer.pickAmong(balancer.begin(request), allowed, Detail.REASONED);
    }
}
