package ringside.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own. */
final class Program {
    private Program() {}

    /** Starts it with some arguments; its complaints are shown among the tests'. */
    static Process start(String... args) throws IOException {
        return of(args).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** How it is started with some arguments. */
    static ProcessBuilder of(String... args) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=javafx.graphics",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--module",
                "ringside/ringside.app.Main"));
        line.addAll(List.of(args));
        return new ProcessBuilder(line);
    }
}
