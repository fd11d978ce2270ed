package ringside.view.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import ringside.view.Backstage;
import ringside.view.Show;
import ringside.world.Command;
import ringside.world.History;
import ringside.world.World;

/** The two stages, one above the other, at the same instant. */
final class Stages {
    /** How many there are. */
    static final int COUNT = 2;

    private final BiFunction<Integer, Command, World.Outcome> act;
    private final Consumer<Show> dress;
    private final List<ReadOnlyObjectWrapper<Optional<Show>>> shows = Stream.generate(
                    () -> new ReadOnlyObjectWrapper<Optional<Show>>(Optional.empty()))
            .limit(COUNT)
            .toList();
    private Subscription together = Subscription.EMPTY;

    /**
     * Empty stages.
     *
     * @param act does what is done on a stage
     * @param dress is handed each show that leads before it begins
     */
    Stages(BiFunction<Integer, Command, World.Outcome> act, Consumer<Show> dress) {
        this.act = act;
        this.dress = dress;
    }

    /** Puts worlds on the stages, at an instant; a show that is on goes on with its new world. */
    void seat(List<Optional<World>> worlds, long at) {
        together.unsubscribe();
        var led = leader();
        for (int stage = 0; stage < COUNT; stage++) {
            seat(stage, worlds.get(stage), at);
        }
        if (!led.equals(leader())) {
            leader().ifPresent(dress);
        }
        together = on(0).flatMap(first -> on(1).map(second -> Tandem.of(first, second)))
                .orElse(Subscription.EMPTY);
    }

    private void seat(int stage, Optional<World> told, long at) {
        var world = told.map(t -> new StagedWorld(t, command -> act.apply(stage, command)));
        var before = on(stage);
        if (world.isPresent() && before.isPresent()) {
            before.get().switchTo(world.get(), new History(world.get()), at);
        } else {
            var fresh = world.map(w -> new Show(w, new History(w), Backstage.aside(), () -> {}));
            fresh.ifPresent(show -> show.seek(at));
            shows.get(stage).set(fresh);
            before.ifPresent(Show::close);
        }
    }

    /** What is on a stage, 0 being the upper one. */
    Optional<Show> on(int stage) {
        return shows.get(stage).get();
    }

    /** What is on a stage, 0 being the upper one. */
    ReadOnlyObjectProperty<Optional<Show>> onProperty(int stage) {
        return shows.get(stage).getReadOnlyProperty();
    }

    /** The one that the other follows. */
    Optional<Show> leader() {
        return on(0).or(() -> on(1));
    }

    /** Nothing is shown any more. */
    void close() {
        shows.forEach(show -> show.get().ifPresent(Show::close));
    }

    /** Lets the pictures move on by the wall time since the last frame. */
    void pulse(long wallNanos) {
        leader().ifPresent(show -> show.pulse(wallNanos));
        if (on(0).isPresent()) {
            on(1).ifPresent(follower -> follower.pulse(0));
        }
    }
}
