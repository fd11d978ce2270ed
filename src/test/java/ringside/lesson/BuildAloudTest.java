package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.workshop.LocalWorkplace;
import ringside.lesson.workshop.Workplace;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;

/** A workshop told in words, with real servers of ours. */
final class BuildAloudTest {
    private static final class Script implements Desk {
        private final Deque<String> lines;
        private final List<String> said = new ArrayList<>();

        private Script(String... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public void say(String text) {
            said.add(text);
        }

        @Override
        public Optional<String> ask(String prompt) {
            return Optional.ofNullable(lines.poll());
        }

        @Override
        public Optional<Workplace> workplace() {
            return Optional.of(new LocalWorkplace(_ -> Optional.empty(), (_, _) -> {}));
        }
    }

    private static final String BODY = """
        ## One

        ```workshop
        dialect: haproxy
        text: Take turns.
        pieces:
          - "listen shop"
          - "bind :8080"
          - "server a 127.0.0.1:8081"
          - "server b 127.0.0.1:8082"
        distractors:
          - {piece: "balance source", because: "One address, one server."}
        goals:
          - turns: {servers: [8081, 8082]}
        done: So they do.
        ```
        """;

    private static Script play(String... lines) {
        var script = new Script(lines);
        var lesson = Draft.whole(Draft.HEAD.replace("world: simulated", "world: live") + BODY);
        try (var run = LessonRun.start(lesson, (_, s) -> new LiveWorld(s, LiveOptions.anywhere()), new Replay())) {
            Aloud.play(run, script);
        }
        return script;
    }

    private static String numbers(List<String> said, String... beginnings) {
        var numbers = new ArrayList<String>();
        for (var beginning : beginnings) {
            said.stream()
                    .filter(line -> line.matches("  [1-5]\\. " + beginning + ".*"))
                    .findFirst()
                    .ifPresent(line -> numbers.add(line.strip().substring(0, 1)));
        }
        return String.join(" ", numbers);
    }

    @Test
    void takesNumbersOfPiecesAndExplainsWhatIsMissed() {
        var shown = play("ours", "").said;
        var wrong = numbers(shown, "listen shop", "bind", "balance", "server a", "server b");
        var right = numbers(shown, "listen shop", "bind", "server a", "server b");
        assertThat(right).hasSize(7);

        var said = play("ours", "9", "9 9", wrong, right, "").said;
        assertThat(said).contains("no piece has the number 9", "One address, one server.", "So they do.");
        assertThat(said).anyMatch(line -> line.startsWith("Missed: ") && line.contains("Request 2: GET / got 200"));
        assertThat(said).anyMatch(line -> line.startsWith("Reached: "));
        assertThat(said.getLast()).startsWith("You have finished Draft.");
    }

    @Test
    void takesTheNameOfAFile(@TempDir Path folder) throws IOException {
        var file = folder.resolve("my.cfg");
        Files.writeString(file, "listen shop\n    bnd :8080\n");
        var said = play("ours", file.toString(), folder.resolve("none").toString(), "solve", "").said;
        assertThat(said).anyMatch(line -> line.startsWith("Line 2, column 5: "));
        assertThat(said).anyMatch(line -> line.contains("there is no such file"));
        assertThat(said).contains("So they do.");
    }
}
