package ringside.app.workshop;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A program that starts another one, which says its pid in a file of its folder, and goes on until it is killed. */
final class StartingUntilKilled {
    static final List<String> FOR_AN_HOUR = List.of("/bin/sh", "-c", "echo $$ > new; mv new pid; exec sleep 3600");

    private StartingUntilKilled() {}

    /** Starts one that would run for an hour. */
    public static void main(String[] args) throws IOException {
        try (var child = Child.start(Map.of("conf", "a file"), _ -> FOR_AN_HOUR)) {
            boolean woken = System.in.read() >= 0;
            System.out.println(woken + " " + child.alive());
        }
    }
}
