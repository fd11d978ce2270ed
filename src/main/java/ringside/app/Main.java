package ringside.app;

import java.util.concurrent.Callable;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one way in: without arguments the window, otherwise the command line. */
@Command(
        name = "ringside",
        mixinStandardHelpOptions = true,
        version = "ringside 0.1.0",
        description = "A front-row seat to load balancing. Without arguments, opens the window.")
public final class Main implements Callable<Integer> {
    private Main() {}

    public static void main(String[] args) {
        var exit = new CommandLine(new Main()).execute(args);
        if (exit != 0 || args.length > 0) {
            System.exit(exit);
        }
    }

    @Override
    public Integer call() {
        Application.launch(RingsideApp.class);
        return 0;
    }
}
