package ringside.sim;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.Timeline;
import ringside.world.VirtualTime;

/**
 * A world in virtual time: the same scenario, seed and commands always tell the same story.
 *
 * <p>It may be called from any thread; its timeline may be read while time passes.
 */
public final class SimulatedWorld implements VirtualTime {
    private final Timeline timeline;
    private final Simulation simulation;
    private boolean closed;

    /** A world that begins now, at 0 ns. */
    public SimulatedWorld(Scenario scenario) {
        this(scenario, Timeline.Room.USUAL.events());
    }

    /** The same, whose timeline holds this many events. */
    public SimulatedWorld(Scenario scenario, int capacity) {
        this(Tape.of(scenario), new Timeline(scenario, capacity));
    }

    /** A world at the beginning of a tape, of whose deeds none is done yet. */
    SimulatedWorld(Tape tape) {
        this(tape, Timeline.of(tape));
    }

    private SimulatedWorld(Tape tape, Timeline timeline) {
        this.timeline = timeline;
        simulation = new Simulation(tape, timeline::append);
    }

    @Override
    public Kind kind() {
        return Kind.SIMULATED;
    }

    @Override
    public Scenario scenario() {
        return simulation.scenario();
    }

    @Override
    public long now() {
        return simulation.now();
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Optional<String> entrance() {
        return Optional.empty();
    }

    @Override
    public synchronized Tape tape() {
        return simulation.tape();
    }

    @Override
    public synchronized void advanceTo(long nanos) {
        simulation.advanceTo(nanos);
    }

    @Override
    public synchronized boolean advanceTo(long nanos, BooleanSupplier enough) {
        while (simulation.doNext(nanos)) {
            if (enough.getAsBoolean()) {
                return false;
            }
        }
        simulation.advanceTo(nanos);
        return true;
    }

    @Override
    public synchronized boolean advanceToNext() {
        long before = timeline.nextSequence();
        while (timeline.nextSequence() == before) {
            if (!simulation.doNext(Long.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public synchronized Outcome apply(Command command) {
        return closed ? new Outcome.Rejected("this world is closed") : simulation.apply(command);
    }

    @Override
    public synchronized void close() {
        closed = true;
        simulation.end();
    }
}
