package ringside.lesson;

import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.lesson.progress.StoryText;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workplace;
import ringside.world.History;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.Simulator;
import ringside.world.Snapshot;
import ringside.world.World;

/** A lesson's world: what is done to it, and the facts as they were when it was last looked at. */
final class LessonWorld implements AutoCloseable {
    private final World world;
    private final Simulator simulator;
    private final Findings findings;
    private final History history;
    private final Watch watch = new Watch();
    private final Live live;
    private final Moment.Memory memory;
    private Optional<Workbench> bench = Optional.empty();
    private Moment moment;

    /** A world that is open, and is closed with this; the simulator goes the ways of trials. */
    LessonWorld(World world, Simulator simulator, Findings findings) {
        this.world = world;
        this.simulator = simulator;
        this.findings = findings;
        this.history = new History(world);
        this.live = new Live(world);
        this.memory = new Moment.Memory(live);
        this.moment = at(newest());
    }

    World world() {
        return world;
    }

    History history() {
        return history;
    }

    Simulator simulator() {
        return simulator;
    }

    /** The facts as they were when it was last looked at. */
    Moment moment() {
        return moment;
    }

    /** Looks at a picture of it. */
    void look(Snapshot picture) {
        moment = at(picture);
    }

    /** Looks at it as it is now. */
    void look() {
        look(newest());
    }

    Snapshot newest() {
        return world.timeline().at(Long.MAX_VALUE);
    }

    private Moment at(Snapshot picture) {
        watch.read(world.timeline(), picture.sequence());
        return new Moment(picture, watch, memory, findings);
    }

    /** The facts as they were after so many events. */
    Moment after(long sequence) {
        return new Moment(world.timeline().after(sequence - 1), watch, memory, findings);
    }

    /**
     * Whether the picture last looked at has what was done last. A live world writes that down a little later, and a
     * picture without it says nothing of what came of it.
     */
    boolean upToDate() {
        return moment.scenario().equals(world.scenario());
    }

    /** Carries out all commands; the first rejection is told. */
    World.Outcome carryOut(List<Words> commands) {
        return new Orders(world, history).carryOut(commands);
    }

    /** Puts the pool right for a step, counted from 1; whether anything had to be done. */
    boolean repair(Meant meant, int step) {
        var commands = meant.repair(world.scenario(), step);
        commands.forEach(history::apply);
        return !commands.isEmpty();
    }

    /** The ways of a trial, which begin with the world as it is set up now and are gone away from it. */
    Attempt begin(Block.Trial trial) {
        return new Attempt(trial, world.scenario(), simulator);
    }

    /** Goes them at once, and keeps what came of them. */
    World.Outcome attempt(Block.Trial trial) {
        try {
            var attempt = begin(trial);
            attempt.go(Progress.UNWATCHED);
            findings.put(attempt);
            return new World.Outcome.Done(Optional.empty());
        } catch (BadInput | IllegalArgumentException e) {
            return new World.Outcome.Rejected(String.valueOf(e.getMessage()));
        }
    }

    /** Gives a live world that was opened again the time to find out what it had known. */
    void settle(Progress progress) {
        new Settling(world, watch).await(progress);
    }

    /** Where configurations are run on a machine: the same as long as this is open. */
    Workbench workbench(Scenario begins, Workplace place) {
        var there = bench.orElseGet(() -> new Workbench(world, begins, place));
        bench = Optional.of(there);
        return there;
    }

    /** What happened up to a moment, as text, if it can be told again; of a live world how it was set up then. */
    Optional<StoryText> story(Moment then, Scenario setUp) {
        return world.kind() == World.Kind.LIVE
                ? Optional.of(Stories.of(setUp))
                : Stories.before(then.snapshot(), world);
    }

    @Override
    public void close() {
        bench.ifPresent(Workbench::close);
        live.close();
        world.close();
    }
}
