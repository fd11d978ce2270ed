package ringside.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.application.Application;

/** The one way in: without arguments the window, otherwise the command line. */
public final class Main {
    private Main() {}

    /** Opens the window, or carries out a command line and ends the program with its exit code. */
    public static void main(String[] args) {
        if (args.length == 0) {
            Application.launch(RingsideApp.class);
        } else {
            var streams = new Terminal.Streams(System.in, writer(FileDescriptor.out), writer(FileDescriptor.err));
            System.exit(Terminal.run(streams, List.of(args)));
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
