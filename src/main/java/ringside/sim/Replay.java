package ringside.sim;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import ringside.world.Command;
import ringside.world.Progress;
import ringside.world.Simulator;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.VirtualTime;

/** Tells stories again, in worlds of their own. */
public final class Replay implements Simulator {
    /** How often in a story its progress is told. */
    private static final int LOOKS = 200;

    @Override
    public VirtualTime open(Tape tape, Progress progress) {
        var world = new SimulatedWorld(tape);
        tell(tape, world::advanceTo, world::apply, progress);
        return world;
    }

    @Override
    public void run(Tape tape, Story story, Progress progress) {
        var simulation = new Simulation(tape, story);
        tell(tape, simulation::advanceTo, simulation::apply, progress);
    }

    private static void tell(Tape tape, LongConsumer advance, Consumer<Command> apply, Progress progress) {
        long from = tape.fromNanos();
        for (var deed : tape.deeds()) {
            pass(tape, from, deed.nanos(), advance, progress);
            apply.accept(deed.command());
            from = deed.nanos();
        }
        pass(tape, from, tape.nanos(), advance, progress);
    }

    private static void pass(Tape tape, long from, long to, LongConsumer advance, Progress progress) {
        long stretch = Math.max(1, (tape.nanos() - tape.fromNanos()) / LOOKS);
        for (long at = from; at < to; ) {
            at = to - at > stretch ? at + stretch : to;
            advance.accept(at);
            if (!progress.goOn((double) (at - tape.fromNanos()) / (tape.nanos() - tape.fromNanos()))) {
                throw new CancellationException("the rest of the story is not wanted any more");
            }
        }
        advance.accept(to);
    }
}
