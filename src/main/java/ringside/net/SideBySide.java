package ringside.net;

import java.util.List;
import java.util.Optional;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.Effort;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.LoadFigures;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.Timeline;
import ringside.world.Traffic;
import ringside.world.Wiretap;
import ringside.world.World;

/**
 * Two live worlds of the same clients: whatever they ask the first, they ask the second at the same moment. Each client
 * has connections of its own in both, and both balancers are timed.
 */
final class SideBySide implements World {
    private final LiveWorld first;
    private final LiveWorld second;

    private SideBySide(LiveWorld first, LiveWorld second) {
        this.first = first;
        this.second = second;
        first.setting.labour().measure();
        second.setting.labour().measure();
        first.traffic.alsoBy(second.traffic);
    }

    /** A world, and another like it in another layer, wherever there is room for it; both are closed together. */
    static World of(LiveWorld first, Handling.Layer other, LiveOptions options) {
        var scenario = first.scenario();
        var beside = scenario.with(scenario.handling().with(other)).with(quiet(scenario.traffic()));
        return new SideBySide(
                first, new LiveWorld(beside, options.at(0).tlsAt(0).tcpAt(0).serversFrom(0)));
    }

    /** The second makes no requests by itself. */
    private static Traffic quiet(Traffic traffic) {
        return traffic.arriving(new Arrivals.None());
    }

    /** What is done to the second when this is done to the first. */
    private static Optional<Command> other(Command command) {
        return switch (command) {
            case Command.Send _, HandlingCommand.SetLayer _ -> Optional.empty();
            case Command.SetTraffic(var traffic) -> Optional.of(new Command.SetTraffic(quiet(traffic)));
            default -> Optional.of(command);
        };
    }

    @Override
    public Outcome apply(Command command) {
        var beside = other(command).map(second::apply);
        if (beside.isPresent() && beside.get() instanceof Outcome.Rejected why) {
            return why;
        }
        var outcome = first.apply(command);
        if (outcome instanceof Outcome.Rejected) {
            beside.map(Outcome.Done.class::cast).flatMap(Outcome.Done::inverse).ifPresent(second::apply);
        } else if (!(command instanceof Command.Send)) {
            countAnew(first);
            countAnew(second);
        }
        return outcome;
    }

    private static void countAnew(LiveWorld world) {
        world.setting.labour().clear();
        world.traffic.countAnew();
    }

    @Override
    public Kind kind() {
        return first.kind();
    }

    @Override
    public Scenario scenario() {
        return first.scenario();
    }

    @Override
    public long now() {
        return first.now();
    }

    @Override
    public Timeline timeline() {
        return first.timeline();
    }

    @Override
    public Tape tape() {
        return first.tape();
    }

    @Override
    public Optional<String> entrance() {
        return first.entrance();
    }

    @Override
    public List<String> entrances() {
        return first.entrances();
    }

    @Override
    public Optional<String> authority() {
        return first.authority();
    }

    @Override
    public Optional<LoadFigures> load() {
        return first.load();
    }

    @Override
    public Optional<Effort> effort() {
        return first.effort();
    }

    @Override
    public Wiretap wiretap() {
        return first.wiretap();
    }

    @Override
    public Optional<World> besides() {
        return Optional.of(second);
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
