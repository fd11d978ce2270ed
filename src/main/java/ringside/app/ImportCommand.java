package ringside.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ringside.config.Reach;
import ringside.config.ScenarioFile;
import ringside.config.proxy.Export;
import ringside.config.proxy.Imported;

/** Writes a pool as a scenario. */
@Command(
        name = "import",
        description =
                "Write the pool of a proxy's configuration as a scenario. What a scenario has no words for goes to"
                        + " standard error.")
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PoolFile file = new PoolFile();

    @Mixin
    private TextOutput output = new TextOutput();

    @Override
    public void run() {
        var subject = file.subject(Reach.ANYWHERE, spec);
        var imported = Imported.of(subject.upstream(), subject.routes());
        output.write(new Export(ScenarioFile.write(imported.scenario()), imported.notes()), spec);
    }
}
