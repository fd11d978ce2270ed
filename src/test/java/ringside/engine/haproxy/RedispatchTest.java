package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.Request;

class RedispatchTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Next ELSEWHERE = new Next.Retry();
    private static final Next SAME = new Next.Again(Duration.ofSeconds(1));
    private static final Next UNAVAILABLE = new Next.Answer(503);
    private static final Outcome REFUSED = new Outcome.Broken(Outcome.How.REFUSED);

    private static final Redispatch HASH = Redispatch.standard("haproxy/hdr", TWO_SECONDS);
    private static final Redispatch TURNS = Redispatch.standard("haproxy/roundrobin", TWO_SECONDS);

    /** What becomes of a request that is refused until it is answered. */
    private static List<Next> life(Redispatch rule) {
        return IntStream.iterate(rule.atFirst(Pool.EMPTY), left -> left > 0, left -> rule.left(left, REFUSED))
                .mapToObj(left -> rule.after(Request.keyed("a"), REFUSED, left, Duration.ZERO))
                .toList();
    }

    @Test
    void staysWithTheServerWhenNothingIsSaid() {
        assertThat(life(HASH)).containsExactly(SAME, SAME, SAME, UNAVAILABLE);
        assertThat(life(TURNS)).containsExactly(SAME, SAME, SAME, UNAVAILABLE);
        assertThat(life(HASH.trying(0, 0))).containsExactly(UNAVAILABLE);
    }

    @Test
    void goesElsewhereAtTheLastRetryOrEverySoMany() {
        assertThat(life(HASH.trying(3, -1))).containsExactly(SAME, SAME, ELSEWHERE, UNAVAILABLE);
        assertThat(life(HASH.trying(3, -2))).containsExactly(SAME, ELSEWHERE, SAME, UNAVAILABLE);
        assertThat(life(HASH.trying(4, 2))).containsExactly(SAME, ELSEWHERE, SAME, ELSEWHERE, UNAVAILABLE);
        assertThat(life(HASH.trying(2, 1))).containsExactly(ELSEWHERE, ELSEWHERE, UNAVAILABLE);
    }

    @Test
    void goesElsewhereAtOnceWhenAnybodyWillDo() {
        assertThat(life(TURNS.trying(2, -1))).containsExactly(ELSEWHERE, ELSEWHERE, UNAVAILABLE);
    }

    @Test
    void triesAgainOnlyWhatWasNeverSent() {
        assertThat(after(new Outcome.Broken(Outcome.How.CONNECT_TIMEOUT))).isEqualTo(SAME);
        assertThat(after(new Outcome.Broken(Outcome.How.CLOSED))).isEqualTo(new Next.Answer(502));
        assertThat(after(new Outcome.Broken(Outcome.How.TIMEOUT))).isEqualTo(new Next.Answer(504));
        assertThat(after(new Outcome.Answered(500))).isEqualTo(new Next.Answer(500));
    }

    private static Next after(Outcome outcome) {
        return HASH.after(Request.keyed("a"), outcome, 3, Duration.ZERO);
    }

    @Test
    void pausesNoLongerThanAConnectionMayTake() {
        var quick = Redispatch.standard("haproxy/hdr", Duration.ofMillis(300));
        assertThat(quick.after(Request.keyed("a"), REFUSED, 2, Duration.ZERO))
                .isEqualTo(new Next.Again(Duration.ofMillis(300)));
    }

    @Test
    void refusesARetryThatThereIsNot() {
        assertThatThrownBy(() -> HASH.trying(2, -3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HASH.trying(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leadsARequestFromServerToServer() {
        var backend = Backend.by("haproxy/hdr", Map.of("hash-type", "consistent"), Backend.weighing(3, 1, 2, 1, 4));
        // 8834 is 3's, and 2 is next on the way
        assertThat(backend.life(Request.keyed("8834"), HASH.trying(3, -1))).containsExactly("3", "3", "3", "2");
    }
}
