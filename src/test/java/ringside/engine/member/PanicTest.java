package ringside.engine.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;

class PanicTest {
    private static final Pool POOL = Trials.pool("A", "B", "C", "D");

    private static Set<ServerId> unwell(String names) {
        return Stream.of(names.split(""))
                .filter(name -> !name.isEmpty())
                .map(ServerId::new)
                .collect(Collectors.toSet());
    }

    private static String open(Pool pool) {
        return pool.members().stream()
                .filter(Member::open)
                .map(member -> member.id().name())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "50, '', ABCD",
        "50, A, BCD",
        "50, AB, CD",
        "50, ABC, ABCD",
        "50, ABCD, ABCD",
        "25, ABC, D",
        "26, ABC, ABCD",
        "0, ABCD, ''",
        "100, A, ABCD"
    })
    void letsEverybodyInWhenFewerThanTheThresholdAreWell(int percent, String unwell, String open) {
        assertThat(open(new Panic(percent).judge(POOL, unwell(unwell)::contains).pool()))
                .isEqualTo(open);
    }

    @Test
    void saysHowManyAreWell() {
        assertThat(Panic.STANDARD.judge(POOL, unwell("ABC")::contains))
                .isEqualTo(new Panic.Verdict.Panicking(POOL, 1, 4));
        assertThat(Panic.STANDARD.judge(POOL, unwell("")::contains)).isEqualTo(new Panic.Verdict.Calm(POOL));
    }

    @Test
    void neverBringsBackWhoIsDownOrDrainingByHand() {
        var pool = POOL.change(new ServerId("A"), m -> m.with(Standing.DOWN))
                .change(new ServerId("B"), m -> m.with(Standing.DRAINING));
        var verdict = Panic.STANDARD.judge(pool, unwell("ABCD")::contains);
        assertThat(verdict).isEqualTo(new Panic.Verdict.Panicking(pool, 0, 2));
        assertThat(open(verdict.pool())).isEqualTo("CD");
    }

    @Test
    void hasNothingToPanicAboutInAnEmptyPool() {
        assertThat(Panic.STANDARD.judge(Pool.EMPTY, _ -> true)).isEqualTo(new Panic.Verdict.Calm(Pool.EMPTY));
    }

    static Stream<String> everyPolicy() {
        return Policies.all().stream().map(Policies.Entry::id);
    }

    @ParameterizedTest
    @MethodSource("everyPolicy")
    void worksWithEveryPolicy(String id) {
        var balancer = new Balancer(Policies.make(PolicyChoice.of(id)), POOL);
        balancer.use(Panic.STANDARD.judge(POOL, unwell("AB")::contains).pool());
        assertThat(chosen(balancer)).isSubsetOf("C", "D").isNotEmpty();
        balancer.use(Panic.STANDARD.judge(POOL, unwell("ABCD")::contains).pool());
        assertThat(chosen(balancer)).isNotEmpty();
    }

    private static Set<String> chosen(Balancer balancer) {
        return IntStream.range(0, 200)
                .mapToObj(i -> balancer.pick(
                        balancer.begin(new Request("10.0." + i % 50 + ".1", "/" + i, "k" + i)), Detail.PLAIN))
                .filter(Pick.Chosen.class::isInstance)
                .map(pick -> ((Pick.Chosen) pick).server().name())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void refusesNonsense(int percent) {
        assertThatThrownBy(() -> new Panic(percent)).hasMessage("a panic threshold is 0 to 100 %, not " + percent);
    }
}
