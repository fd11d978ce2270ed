package ringside.engine.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Attempt;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.Ramp;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;
import ringside.engine.member.Draining.Stage;
import ringside.engine.member.Ejector.Verdict;

/** Ejecting, draining and warming up. */
class LifeTest {
    private static final long SECOND = 1_000_000_000;
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Outcome BAD = new Outcome.Broken(Outcome.How.TIMEOUT);

    private static Ejector ejector(int failures, int percent, String... names) {
        var ejector = new Ejector(new Ejector.Rules(failures, Duration.ofSeconds(30), percent));
        ejector.use(Trials.pool(names));
        return ejector;
    }

    private static Verdict settle(Ejector ejector, ServerId server, Outcome outcome, long now) {
        return ejector.settled(new Attempt(server, outcome, false, 0), now);
    }

    @Test
    void ejectsAfterFailuresInARowAndReadmitsWhenTheTimeIsOver() {
        var ejector = ejector(3, 50, "A", "B");
        settle(ejector, A, BAD, 0);
        settle(ejector, A, BAD, 0);
        settle(ejector, A, Outcome.OK, 0);
        settle(ejector, A, BAD, 0);
        settle(ejector, A, new Outcome.Abandoned(), 0);
        settle(ejector, A, new Outcome.Answered(500), 0);
        assertThat(ejector.ejected(A)).isFalse();
        assertThat(settle(ejector, A, BAD, SECOND)).isEqualTo(new Verdict.Ejected(A, 31 * SECOND));
        assertThat(ejector.ejected(A)).isTrue();
        assertThat(ejector.nextReadmission()).hasValue(31 * SECOND);
        assertThat(ejector.readmit(31 * SECOND - 1)).isEmpty();
        assertThat(ejector.readmit(31 * SECOND)).containsExactly(A);
        assertThat(ejector.ejected(A)).isFalse();
        assertThat(ejector.nextReadmission()).isEmpty();
        settle(ejector, A, BAD, 32 * SECOND);
        settle(ejector, A, BAD, 32 * SECOND);
        assertThat(ejector.ejected(A)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100, 3", "99, 2", "67, 2", "66, 1", "34, 1", "33, 0", "0, 0"})
    void neverEjectsMoreThanItsPart(int percent, int most) {
        var ejector = ejector(1, percent, "A", "B", "C");
        for (var name : List.of("A", "B", "C")) {
            settle(ejector, new ServerId(name), BAD, 0);
        }
        assertThat(ejector.readmit(31 * SECOND)).hasSize(most);
    }

    @Test
    void saysWhoWasSpared() {
        var ejector = ejector(1, 50, "A", "B");
        settle(ejector, B, BAD, 0);
        assertThat(settle(ejector, A, BAD, 0)).isEqualTo(new Verdict.Spared(A));
        assertThat(settle(ejector, B, BAD, 0)).isEqualTo(new Verdict.Unchanged());
        assertThat(settle(ejector, new ServerId("stranger"), BAD, 0)).isEqualTo(new Verdict.Unchanged());
    }

    @Test
    void forgetsWhoHasLeftAndKeepsWhoStays() {
        var ejector = ejector(1, 100, "A", "B");
        settle(ejector, A, BAD, 0);
        settle(ejector, B, BAD, 0);
        ejector.use(Trials.pool("B", "C"));
        assertThat(ejector.ejected(A)).isFalse();
        assertThat(ejector.ejected(B)).isTrue();
        ejector.use(Trials.pool("A", "B"));
        assertThat(ejector.ejected(A)).isFalse();
    }

    @Test
    void drainsUntilNothingIsInFlightOrItsTimeIsOver() {
        var draining = new Draining(5 * SECOND, Optional.of(Duration.ofSeconds(10)));
        assertThat(draining.at(5 * SECOND, 3)).isEqualTo(new Stage.Finishing(3, Optional.of(Duration.ofSeconds(10))));
        assertThat(draining.at(15 * SECOND - 1, 1)).isEqualTo(new Stage.Finishing(1, Optional.of(Duration.ofNanos(1))));
        assertThat(draining.at(15 * SECOND, 2)).isEqualTo(new Stage.Drained(2));
        assertThat(draining.at(6 * SECOND, 0)).isEqualTo(new Stage.Drained(0));
    }

    @Test
    void mayTakeAsLongAsItTakes() {
        var draining = new Draining(0, Optional.empty());
        assertThat(draining.at(1_000_000 * SECOND, 1)).isEqualTo(new Stage.Finishing(1, Optional.empty()));
        assertThat(draining.at(1, 0)).isEqualTo(new Stage.Drained(0));
        assertThatThrownBy(() -> new Draining(0, Optional.of(Duration.ofSeconds(-1))))
                .hasMessage("draining takes 0 ms or more, not PT-1S");
    }

    @Test
    void warmsUpWhoJoinsOrComesBackAndNobodyAtTheStart() {
        var warming = new Warming(Ramp.linear(Duration.ofSeconds(10)));
        var pool = Pool.of(List.of(Member.up("A", 100), Member.up("B", 100)));
        assertThat(warming.use(pool, 0)).isSameAs(pool);
        var down = pool.change(A, m -> m.with(Standing.DOWN));
        assertThat(warming.use(down, SECOND)).isSameAs(down);
        warming.use(pool.plus(Member.up("C", 50)), 2 * SECOND);
        assertThat(weights(warming.at(4 * SECOND))).containsExactly(20, 100, 10);
        assertThat(warming.at(4 * SECOND)).isSameAs(warming.at(4 * SECOND));
        assertThat(weights(warming.at(11 * SECOND))).containsExactly(90, 100, 45);
        assertThat(warming.warming()).isTrue();
        assertThat(weights(warming.at(12 * SECOND))).containsExactly(100, 100, 50);
        assertThat(warming.warming()).isFalse();
    }

    @Test
    void goesOnWarmingWhenThePoolChangesForAnotherReason() {
        var warming = new Warming(Ramp.linear(Duration.ofSeconds(10)));
        var pool = Pool.of(List.of(Member.up("A", 100)));
        warming.use(pool, 0);
        warming.use(pool.plus(Member.up("B", 100)), SECOND);
        var heavier = pool.plus(Member.up("B", 1000));
        assertThat(weights(warming.use(heavier, 6 * SECOND))).containsExactly(100, 500);
        warming.use(heavier.change(B, m -> m.with(Standing.DRAINING)), 7 * SECOND);
        assertThat(warming.warming()).isFalse();
    }

    private static List<Integer> weights(Pool pool) {
        return pool.members().stream().map(Member::weight).toList();
    }
}
