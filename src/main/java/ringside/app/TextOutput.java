package ringside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import ringside.config.Printable;
import ringside.config.proxy.Export;

/** Where a command's text goes: to standard output, or whole into a file. */
final class TextOutput {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; standard output if not given.")
    private Optional<Path> output = Optional.empty();

    /** Writes a text; what is noted of it goes to standard error. */
    void write(Export export, CommandSpec spec) {
        export.notes().forEach(note -> spec.commandLine().getErr().println(Printable.line(note)));
        if (output.isEmpty()) {
            spec.commandLine().getOut().print(export.text());
            return;
        }
        try {
            AtomicFile.write(output.get(), export.text());
        } catch (IOException e) {
            throw new UncheckedIOException(output.get() + " cannot be written (" + e + "); check its folder", e);
        }
    }
}
