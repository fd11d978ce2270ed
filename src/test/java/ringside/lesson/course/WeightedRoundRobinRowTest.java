package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights 3 : 1 and 5, 1, 1: which row each program serves. */
final class WeightedRoundRobinRowTest {
    @ParameterizedTest
    @CsvSource({
        "textbook/weighted-round-robin, 3 1, A A A B A A A B",
        "textbook/smooth-weighted-round-robin, 3 1, A A B A A A B A",
        "nginx/round-robin, 5 1 1, A A B A C A A A A B A C A A",
        "nginx/round-robin, 3 2 1, A B A C B A",
        "haproxy/roundrobin, 5 1 1, A A A B A A C",
        "haproxy/roundrobin, 3 2 1, A B A C A B",
        "haproxy/static-rr, 5 1 1, A A A B A A C",
        "haproxy/static-rr, 3 2 1, A A B A B C",
    })
    void isServedInThisRow(String policy, String weights, String row) {
        var minute = Minute.of("weighted-round-robin").with("remove A", "remove B", "policy " + policy);
        char name = 'A';
        for (var weight : weights.split(" ", -1)) {
            minute = minute.with("add " + name++ + " weight " + weight + " latency constant 10ms");
        }
        var expected = row.split(" ", -1);
        assertThat(minute.with("traffic constant 10/s").first(expected.length)).containsExactly(expected);
    }
}
