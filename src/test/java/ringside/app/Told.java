package ringside.app;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command line answered: its exit code, and what it wrote to standard output and error. */
record Told(int code, String out, String err) {
    static Told by(String... args) {
        return given("", args);
    }

    static Told given(String input, String... args) {
        return given(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), args);
    }

    static Told given(InputStream input, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var streams = new Terminal.Streams(input, new PrintWriter(out), new PrintWriter(err));
        int code = Terminal.run(streams, List.of(args));
        return new Told(code, out.toString(), err.toString());
    }
}
