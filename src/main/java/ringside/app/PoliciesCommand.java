package ringside.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ringside.engine.Policies;

/** Tells which policies there are. */
@Command(name = "policies", description = "List the policies: id, what it does, and what can be set.")
final class PoliciesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        for (var policy : Policies.all()) {
            out.println(policy.id());
            out.println("    " + policy.sentence());
            policy.options()
                    .forEach(o -> out.println(
                            "    " + o.name() + "=" + o.usual() + "  " + o.sentence() + " (" + o.range() + ")"));
        }
    }
}
