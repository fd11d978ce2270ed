package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pool each path reaches, read and unread. */
final class PathRoutingRowTest {
    private static final String ROUTES = "routes path /images to images path /video to video"
            + " path /api/users to users path /api/orders to orders";

    private static String reached(String path, String... commands) {
        try (var world = Minute.of("path-routing").with(commands).world()) {
            Minute.say(world, "send 1 path " + path);
            world.advanceTo(Duration.ofSeconds(1).toNanos());
            return String.join(" ", Minute.chosen(world));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, A",
        "/images/cat.png, I",
        "/video/film.mp4, V",
        "/api/users/7, U",
        "/api/orders/12, O",
        "/api/users-old/7, A",
        "/api, A",
    })
    void goesByPathWhenRequestsAreReadAndToTheFirstPoolWhenNot(String path, String server) {
        assertThat(reached(path, ROUTES)).isEqualTo(server);
        assertThat(reached(path)).isEqualTo("A");
        assertThat(reached(path, ROUTES, "layer tcp")).isEqualTo("A");
    }
}
