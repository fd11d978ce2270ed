package ringside.engine.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Outcome.How;
import ringside.engine.Request;
import ringside.engine.nginx.NextUpstream.Kind;

class NextUpstreamTest {
    private static final Request GET = Request.keyed("");
    private static final Request POST = new Request("127.0.0.1", "POST", "/", Map.of(), "");
    private static final Next RETRY = new Next.Retry();

    @Test
    void gives500And404ToTheClientUnlessTheyAreListed() {
        assertThat(after(NextUpstream.STANDARD, 500, 3)).isEqualTo(new Next.Answer(500));
        assertThat(after(listing(Kind.HTTP_500), 500, 3)).isEqualTo(RETRY);
        assertThat(after(listing(Kind.HTTP_500), 404, 3)).isEqualTo(new Next.Answer(404));
        assertThat(after(listing(Kind.HTTP_404), 404, 3)).isEqualTo(RETRY);
    }

    @Test
    void passesTheLastStatusOnAndAnswersForTheLastError() {
        assertThat(after(listing(Kind.HTTP_500), 500, 2)).isEqualTo(RETRY);
        assertThat(after(listing(Kind.HTTP_500), 500, 1)).isEqualTo(new Next.Answer(500));
        assertThat(after(NextUpstream.STANDARD, How.CLOSED, 2)).isEqualTo(RETRY);
        assertThat(after(NextUpstream.STANDARD, How.CLOSED, 1)).isEqualTo(new Next.Answer(502));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED,502", "CLOSED,502", "CONNECT_TIMEOUT,504", "TIMEOUT,504", "INVALID_HEADER,502"})
    void answersForWhatItDoesNotRetry(How how, int status) {
        assertThat(after(new NextUpstream(Set.of(), 0, Duration.ZERO), how, 3)).isEqualTo(new Next.Answer(status));
    }

    @ParameterizedTest
    @EnumSource
    void retriesEveryErrorButAnInvalidHeaderByDefault(How how) {
        assertThat(after(NextUpstream.STANDARD, how, 3))
                .isEqualTo(how == How.INVALID_HEADER ? new Next.Answer(502) : RETRY);
    }

    @Test
    void givesTheTryBackThatAClosedRestedConnectionCost() {
        assertThat(after(NextUpstream.STANDARD, How.CLOSED_RESTED, 1)).isEqualTo(RETRY);
        assertThat(NextUpstream.STANDARD.left(1, new Outcome.Broken(How.CLOSED_RESTED)))
                .isEqualTo(1);
        assertThat(NextUpstream.STANDARD.left(1, new Outcome.Broken(How.CLOSED)))
                .isZero();
    }

    @Test
    void sendsAPostAgainOnlyIfNoServerCanHaveHadItOrTheConfigurationSaysSo() {
        assertThat(NextUpstream.STANDARD.after(POST, new Outcome.Broken(How.REFUSED), 3, Duration.ZERO))
                .isEqualTo(RETRY);
        assertThat(NextUpstream.STANDARD.after(POST, new Outcome.Broken(How.CLOSED), 3, Duration.ZERO))
                .isEqualTo(new Next.Answer(502));
        assertThat(listing(Kind.HTTP_500).after(POST, new Outcome.Answered(500), 3, Duration.ZERO))
                .isEqualTo(new Next.Answer(500));
        assertThat(listing(Kind.HTTP_500, Kind.NON_IDEMPOTENT).after(POST, new Outcome.Answered(500), 3, Duration.ZERO))
                .isEqualTo(RETRY);
    }

    @Test
    void stopsRetryingWhenTimeIsUp() {
        var second = new NextUpstream(Set.of(Kind.ERROR, Kind.HTTP_500), 0, Duration.ofSeconds(1));
        assertThat(second.after(GET, new Outcome.Broken(How.CLOSED), 3, Duration.ofMillis(999)))
                .isEqualTo(RETRY);
        assertThat(second.after(GET, new Outcome.Broken(How.CLOSED), 3, Duration.ofSeconds(1)))
                .isEqualTo(new Next.Answer(502));
        assertThat(second.after(GET, new Outcome.Answered(500), 3, Duration.ofSeconds(1)))
                .isEqualTo(new Next.Answer(500));
    }

    @Test
    void allowsAsManyAttemptsAsThereAreServersThatAreNotDownOrAsConfigured() {
        var pool = Recorded.pool("[[2, \"down\"], [3, \"\"], [1, \"\"], [4, \"backup\"]]");
        assertThat(NextUpstream.STANDARD.atFirst(pool)).isEqualTo(3);
        assertThat(new NextUpstream(Set.of(), 2, Duration.ZERO).atFirst(pool)).isEqualTo(2);
        assertThat(new NextUpstream(Set.of(), 9, Duration.ZERO).atFirst(pool)).isEqualTo(3);
    }

    @Test
    void neverRetriesForAClientThatWentAway() {
        assertThat(NextUpstream.STANDARD.after(GET, new Outcome.Abandoned(), 3, Duration.ZERO))
                .isEqualTo(new Next.Answer(499));
    }

    @Test
    void countsNo403Or404AgainstAServer() {
        var rules = listing(Kind.HTTP_403);
        var asking = Asking.by("nginx/round-robin", Recorded.weighing(1, 1))
                .retrying(rules)
                .failingBy(new Outcome.Answered(403));
        assertThat(asking.send(GET, Set.of("1"))).isEqualTo(new Asking.Reply("1 2", 200));
        assertThat(asking.next(4)).isEqualTo("2 1 2 1");
        assertThat(asking.failingBy(new Outcome.Broken(How.CLOSED)).send(GET, Set.of("1")))
                .isEqualTo(new Asking.Reply("2", 200));
        assertThat(asking.send(GET, Set.of("1"))).isEqualTo(new Asking.Reply("1", 502));
        assertThat(asking.next(4)).isEqualTo("2 2 2 2");
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new NextUpstream(Set.of(), -1, Duration.ZERO))
                .hasMessage("tries and timeout are 0 or more, not -1 and 0 ms");
    }

    private static NextUpstream listing(Kind... kinds) {
        return new NextUpstream(Set.of(kinds), 0, Duration.ZERO);
    }

    private static Next after(NextUpstream rules, int status, int before) {
        return rules.after(GET, new Outcome.Answered(status), before, Duration.ZERO);
    }

    private static Next after(NextUpstream rules, How how, int before) {
        return rules.after(GET, new Outcome.Broken(how), before, Duration.ZERO);
    }
}
