package ringside.view.compare;

import ringside.engine.PolicyChoice;
import ringside.view.PolicyNames;
import ringside.world.Branch;
import ringside.world.Command;
import ringside.world.Tape;

/**
 * One of the stories that are compared.
 *
 * @param branch the name of the branch it is; empty when it is told apart by its policy alone
 * @param tape the story
 */
public record Contestant(String branch, Tape tape) {
    /** One that is told apart by its policy. */
    public static Contestant of(Tape tape) {
        return new Contestant("", tape);
    }

    /** A branch; its tape may take a second, and is for another thread than the screen's. */
    public static Contestant of(Branch branch) {
        return new Contestant(branch.name(), branch.world().tape());
    }

    /** The policy that chooses at its end. */
    public PolicyChoice policy() {
        return tape.deeds().reversed().stream()
                .map(deed -> deed.command() instanceof Command.SetPolicy(var policy) ? policy : null)
                .filter(policy -> policy != null)
                .findFirst()
                .orElse(tape.begins().policy());
    }

    /** What it is called. */
    public String name() {
        return branch.isEmpty() ? PolicyNames.of(policy()) : branch;
    }

    /** The same story with another policy from beginning to end. */
    Contestant by(PolicyChoice policy) {
        return of(tape.by(policy));
    }

    /** The same with one more thing done at an instant. */
    Contestant also(long nanos, Command command) {
        return new Contestant(branch, tape.also(nanos, command));
    }
}
