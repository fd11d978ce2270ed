package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;

final class LiveLessonTest {
    @Test
    void aRealZombieStaysGreenOverTcpAndIsThrownOutOverHttp() {
        var report = LessonCheck.check(
                Lessons.builtIn().find("zombies").orElseThrow(), (_, s) -> new LiveWorld(s, LiveOptions.anywhere()));
        assertThat(report.failures()).isEmpty();
    }
}
