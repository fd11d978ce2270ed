package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.app.workshop.LocalWorkplace;
import ringside.lesson.workshop.Workplace;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.World;
import ringside.world.WorldFactory;

/** The lessons on real sockets. */
final class LiveLessonTest {
    /* Cards have small worlds of their own in virtual time. */
    private static final WorldFactory WORLDS = (kind, scenario) ->
            kind == World.Kind.LIVE ? new LiveWorld(scenario, LiveOptions.anywhere()) : new SimulatedWorld(scenario);

    private static final Workplace PLACE = new LocalWorkplace(_ -> Optional.empty(), (_, _) -> {});

    static Stream<Lesson> live() {
        return Lessons.builtIn().all().stream().filter(l -> l.about().world() == World.Kind.LIVE);
    }

    @ParameterizedTest
    @MethodSource("live")
    void claimNothingThatRealServersDoNotDo(Lesson lesson) {
        var report = LessonCheck.check(lesson, WORLDS, new Replay(), Optional.of(PLACE));
        assertThat(report.failures()).isEmpty();
        assertThat(report.answers()).isGreaterThanOrEqualTo(3);
        assertThat(report.checks()).isGreaterThanOrEqualTo(5);
    }
}
