package ringside.view;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import ringside.world.Command;
import ringside.world.History;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.VirtualTime;
import ringside.world.World;

/**
 * One world as it is shown: what is on the stage, what is picked out, and what can be done. FX thread only.
 *
 * <p>{@link #pulse} is the one door to the screen: once a frame it takes the newest snapshot, and views follow. What
 * takes long is done backstage: what is asked for here is on the stage at a later pulse, or at once where there is no
 * backstage.
 */
public final class Show extends Shown implements AutoCloseable {
    private final Backstage backstage;
    private Optional<Forks> forks = Optional.empty();
    private final Runnable end;
    private final Identities identities = new Identities();
    private final Pace pace = new Pace();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ObjectProperty<StopChoice> stopChoice = new SimpleObjectProperty<>(StopChoice.NOWHERE);
    private Function<Command, Optional<String>> objection = _ -> Optional.empty();
    private History history;
    private Projector projector;
    private boolean stopping;

    /** Shows a world, paused at its newest instant, and does all at once; closes the world when closed. */
    public Show(World world) {
        this(world, new History(world));
    }

    /** The same for a world to which something was done already. */
    public Show(World world, History history) {
        this(world, history, Backstage.atOnce(), world::close);
    }

    /**
     * The same, with a backstage.
     *
     * @param backstage closed with the show
     * @param end what else is closed with it: worlds may outlive what shows them
     */
    public Show(World world, History history, Backstage backstage, Runnable end) {
        this(new Projector(world, backstage, _ -> {}), world, history, backstage, end);
    }

    private Show(Projector projector, World world, History history, Backstage backstage, Runnable end) {
        super(world, projector.first().picture());
        this.projector = projector;
        this.history = history;
        this.backstage = backstage;
        this.end = end;
        meet();
        tellHistory();
        playing.subscribe(on -> {
            if (!stopping) {
                ask(p -> p.play(on));
            }
            restartPace();
        });
        speed.subscribe(times -> {
            ask(p -> p.speed(times.doubleValue()));
            restartPace();
        });
        stopChoice.subscribe(choice -> ask(p -> p.stopWhen(choice.conditions())));
    }

    private void meet() {
        identities.meet(
                world().scenario().servers().stream().map(ServerSpec::id).toList());
    }

    /**
     * Shows another world at an instant, in nanoseconds since it began; the one before is not closed. Playing goes on
     * there, and servers of the same name keep their looks.
     */
    public void switchTo(World other, History itsHistory, long atNanos) {
        boolean on = playing.get();
        double times = speed.get();
        var conditions = stopChoice.get().conditions();
        projector.end();
        history = itsHistory;
        projector = new Projector(other, backstage, p -> {
            p.speed(times);
            p.stopWhen(conditions);
            p.play(on);
            p.seek(atNanos);
        });
        world.set(other);
        meet();
        rejected.set(Optional.empty());
        tellHistory();
        pace.played(0);
        restartPace();
        publish(projector.first());
    }

    /** Lets the picture move on by the wall time since the last frame, in nanoseconds. */
    public void pulse(long wallNanos) {
        boolean live = world().kind() == World.Kind.LIVE;
        if (playing.get() || live) {
            projector.pass(wallNanos);
        }
        take();
        if (live) {
            tellNow(world().now());
        }
        if (playing.get()) {
            pace.pass(wallNanos);
            reached.set(world() instanceof VirtualTime ? pace.reached() : speed.get());
        }
    }

    private void ask(Consumer<Playhead> what) {
        projector.ask(what);
        take();
    }

    private void take() {
        projector.take().ifPresent(frame -> {
            pace.played(frame.passed());
            if (playing.get() && !frame.playing() && projector.answers(frame)) {
                stopping = true;
                playing.set(false);
                stopping = false;
            }
            publish(frame);
        });
    }

    private void restartPace() {
        reached.set(speed.get());
        pace.restart(speed.get());
    }

    /** From now on, acting in the past begins another story. */
    void forkWith(Forks those) {
        forks = Optional.of(those);
    }

    /** The stories that it can be switched between; empty where there is only one, as in a lesson. */
    public Optional<Forks> forks() {
        return forks;
    }

    /**
     * Carries out a command. While the picture is in the past, another story begins there, aside: then it is done, or
     * refused, a little later. Where there is only one story, the picture returns to now first.
     */
    public World.Outcome apply(Command command) {
        return forks.filter(_ -> !atNowProperty().get())
                .map(f -> f.act(command))
                .orElseGet(() -> applyNow(command));
    }

    /** Carries out a command in the present: a picture of the past returns to now first. */
    public World.Outcome applyNow(Command command) {
        return gesture(() -> objection
                .apply(command)
                .<World.Outcome>map(World.Outcome.Rejected::new)
                .orElseGet(() -> history.apply(command)));
    }

    /** From now on, a command is refused for the reason that this finds, if it finds one. */
    public void heed(Function<Command, Optional<String>> why) {
        objection = why;
    }

    /* Before a question is answered, what it asks about must not be tried out. */
    private World.Outcome gesture(Supplier<World.Outcome> deed) {
        if (veiledProperty().get()) {
            var why = text("veil.deeds");
            refuse(why);
            return new World.Outcome.Rejected(why);
        }
        return act(deed);
    }

    /** Undoes the last command. @throws java.util.NoSuchElementException when there is none */
    public World.Outcome undo() {
        return gesture(history::undo);
    }

    /** Does the last undone command again. @throws java.util.NoSuchElementException when there is none */
    public World.Outcome redo() {
        return gesture(history::redo);
    }

    /** Does something to the world by another way than {@link #apply}, such as a lesson's button. */
    public World.Outcome act(Supplier<World.Outcome> deed) {
        var outcome = projector.meanwhile(deed);
        deeds.set(deeds.get() + 1);
        rejected.set(outcome instanceof World.Outcome.Rejected(var why) ? Optional.of(why) : Optional.empty());
        tellHistory();
        toNow();
        return outcome;
    }

    private void tellHistory() {
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
    }

    /** Shows another instant, in nanoseconds since the world began. */
    public void seek(long toNanos) {
        projector.jump(p -> p.seek(toNanos));
        take();
    }

    /** Shows the picture of an instant of which so many events were told, as it was kept. */
    public void seek(long toNanos, long events) {
        ask(p -> p.seek(toNanos, events));
    }

    /** Shows the newest instant. */
    public void toNow() {
        ask(Playhead::toNow);
    }

    /** Shows the earliest instant that is still held. */
    public void toStart() {
        seek(0);
    }

    /** Pauses and shows the picture one event later. */
    public void stepForward() {
        pauseTo(Playhead::stepForward);
    }

    /** Pauses and shows the picture one event earlier. */
    public void stepBack() {
        pauseTo(Playhead::stepBack);
    }

    /** Pauses and shows the picture after the next decision of the balancer. */
    public void decisionForward() {
        pauseTo(Playhead::decisionForward);
    }

    /** Pauses and shows the picture after the decision before the last event. */
    public void decisionBack() {
        pauseTo(Playhead::decisionBack);
    }

    /** Shows the next instant worth jumping to; the newest when there is none. */
    public void toNextMarker() {
        var others = forkMarksProperty().get();
        ask(p -> p.toNextMarker(others));
    }

    /** Shows the last instant worth jumping to before this one; the earliest when there is none. */
    public void toPreviousMarker() {
        var others = forkMarksProperty().get();
        ask(p -> p.toPreviousMarker(others));
    }

    /** Pauses, and lets virtual time pass until an instant, in nanoseconds since the world began; then shows that. */
    public void runAhead(long untilNanos) {
        pauseTo(p -> p.runAhead(untilNanos));
    }

    /** Ends a run ahead, if there is one, and shows how far it came. */
    public void cancelRun() {
        ask(Playhead::cancel);
    }

    private void pauseTo(Consumer<Playhead> what) {
        playing.set(false);
        ask(what);
    }

    /** How the world is set up where something can be done to it: at the instant shown, if another story may begin there. */
    public Scenario scenario() {
        return atNowProperty().get() || forks.isEmpty()
                ? world().scenario()
                : snapshot().scenario();
    }

    /** Who has which letter and colour here. */
    public Identities identities() {
        return identities;
    }

    /** Whether the picture moves on by itself. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** How fast, 1 being real time. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** At what the picture stops by itself; in a live world time goes on. */
    public ObjectProperty<StopChoice> stopChoiceProperty() {
        return stopChoice;
    }

    @Override
    public void close() {
        projector.end();
        backstage.close();
        end.run();
    }
}
