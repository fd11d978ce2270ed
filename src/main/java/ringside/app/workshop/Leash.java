package ringside.app.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ends with this one, even when this one is killed.
 *
 * @param process the shell that holds it, or the program itself where there is no shell
 * @param held whether a shell holds it
 */
record Leash(Process process, boolean held) {
    /*
     * The program runs beside a shell that reads from a pipe of ours. Nothing is ever written there, so it reads until the
     * pipe is closed: by us, or by the system when we are gone, whatever we died of. Then it ends the program, and clears
     * its folder away. No pid is kept anywhere, so nobody else's program can be mistaken for it.
     */
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String HOLD = """
        folder=$1
        shift
        exec 3<&0
        "$@" </dev/null 3<&- &
        program=$!
        { read -r _; kill "$program"; } <&3 >/dev/null 2>&1 &
        reader=$!
        exec 3<&- </dev/null >/dev/null 2>&1
        wait "$program"
        kill "$reader"
        rm -rf -- "$folder"
        """;

    /** Starts a command in a folder of its own, which goes with it. @throws IOException when it can't be started */
    static Leash start(Path folder, List<String> command) throws IOException {
        boolean held = Files.isExecutable(SHELL);
        var words = new ArrayList<String>();
        if (held) {
            words.addAll(List.of(SHELL.toString(), "-c", HOLD, "ringside", folder.toString()));
        }
        words.addAll(command);
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        if (!held) {
            process.getOutputStream().close();
        }
        return new Leash(process, held);
    }

    /** Lets it go, and waits until it has ended: within so many seconds, or by force. */
    void end(int seconds) {
        try {
            letGo();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                force();
                process.waitFor();
            }
        } catch (InterruptedException _) {
            force();
            Thread.currentThread().interrupt();
        }
    }

    private void letGo() {
        if (!held) {
            process.destroy();
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            force();
        }
    }

    private void force() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
