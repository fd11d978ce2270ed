package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private final Agenda agenda = new Agenda();
    private final List<String> done = new ArrayList<>();

    private Runnable note(String what) {
        return () -> done.add(agenda.now() + " " + what);
    }

    @Test
    void doesWhatIsDueByTimeAndThenInTheOrderInWhichItWasPlanned() {
        agenda.unless(20, note("deadline"));
        agenda.in(20, note("same time"));
        agenda.in(10, note("early"));
        agenda.unless(5, note("short deadline"));
        agenda.at(20, note("the same again"));
        agenda.unless(20, note("last deadline"));
        agenda.passTo(30);
        assertThat(done)
                .containsExactly(
                        "5 short deadline",
                        "10 early",
                        "20 deadline",
                        "20 same time",
                        "20 the same again",
                        "20 last deadline");
        assertThat(agenda.now()).isEqualTo(30);
    }

    @Test
    void doesNotWhatWasCancelled() {
        var due = agenda.in(10, note("due"));
        var deadline = agenda.unless(10, note("deadline"));
        agenda.unless(10, note("other deadline"));
        due.cancel();
        deadline.cancel();
        deadline.cancel();
        agenda.passTo(10);
        assertThat(done).containsExactly("10 other deadline");
        assertThat(agenda.doNext(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void keepsDeadlinesApartThatAreNotAsFarAhead() {
        agenda.unless(10, note("a")).cancel();
        agenda.unless(30, note("b"));
        agenda.unless(20, note("c"));
        agenda.passTo(15);
        agenda.unless(10, note("d"));
        agenda.passTo(100);
        assertThat(done).containsExactly("20 c", "25 d", "30 b");
    }

    @Test
    void doesWhatIsPlannedMeanwhileAndNothingAfterTheInstant() {
        agenda.in(10, () -> agenda.in(0, note("at once")));
        agenda.in(11, note("later"));
        agenda.passTo(10);
        assertThat(done).containsExactly("10 at once");
        agenda.clear();
        agenda.passTo(20);
        assertThat(done).hasSize(1);
    }

    @Test
    void keepsItsOrderHoweverMuchIsPlannedAndCancelled() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            var some = new Agenda();
            var came = new ArrayList<Long>();
            var expected = new ArrayList<Long>();
            for (long order = 0; order < 3000; order++) {
                long ahead = random.nextBoolean() ? random.nextLong(50) : 25 * random.nextLong(3);
                long stamp = (some.now() + ahead) * 10_000 + order;
                var due = random.nextBoolean()
                        ? some.in(ahead, () -> came.add(stamp))
                        : some.unless(ahead, () -> came.add(stamp));
                if (random.nextInt(3) == 0) {
                    due.cancel();
                } else {
                    expected.add(stamp);
                }
                if (random.nextInt(10) == 0) {
                    some.passTo(some.now() + random.nextLong(20));
                }
            }
            some.passTo(Long.MAX_VALUE);
            expected.sort(null);
            assertThat(came).isEqualTo(expected);
        }
    }
}
