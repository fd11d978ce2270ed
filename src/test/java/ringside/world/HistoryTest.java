package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.sim.Drama;
import ringside.sim.SimulatedWorld;

/**
 * What undoing brings back. Always: the scenario, and the pool's servers in their order, as ordered and none leaving.
 * When neither the command nor its inverse did anything to a request or a server at once (a kill loses requests,
 * new traffic may begin with some, one that leaves and comes back counts from 0): the whole picture but the number of
 * events, which are two more, and the last ledger.
 */
class HistoryTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void undoAfterDoGivesTheSamePicture() {
        int whole = 0;
        int all = 0;
        for (long seed = 1; seed <= 40; seed++) {
            var random = new SplittableRandom(seed);
            try (var world = Drama.begin(random.nextLong())) {
                for (int i = 0; i < 12; i++) {
                    world.advanceTo(world.now() + random.nextLong(SECOND / 4));
                    var command = Drama.command(random.nextLong(), world.scenario());
                    if (!(command instanceof Command.Send)) {
                        whole += doAndUndo(world, command) ? 1 : 0;
                        all++;
                    }
                    world.apply(Drama.command(random.nextLong(), world.scenario()));
                }
            }
        }
        assertThat(all).isGreaterThan(400);
        assertThat(whole).isGreaterThan(all / 4);
    }

    /** Whether the whole picture was to be the same. */
    private static boolean doAndUndo(SimulatedWorld world, Command command) {
        world.apply(new HandlingCommand.SetTimeout(world.scenario().timeout()));
        var history = new History(world);
        var before = world.timeline().at(world.now());
        if (!(history.apply(command) instanceof World.Outcome.Done)) {
            assertThat(world.timeline().at(world.now())).isEqualTo(before);
            return false;
        }
        var changed = world.scenario();
        assertThat(history.undo()).isInstanceOf(World.Outcome.Done.class);
        var after = world.timeline().at(world.now());
        assertThat(after.scenario()).as("%s", command).isEqualTo(before.scenario());
        assertThat(pool(after)).as("%s", command).isEqualTo(pool(before));
        boolean still = world.timeline().events(before.sequence(), Long.MAX_VALUE).stream()
                .noneMatch(e -> e.what() instanceof Happening.OfRequest || e.what() instanceof Happening.OfServer);
        if (still && before.scenario().checks().equals(changed.checks())) {
            assertThat(but(after, before)).as("%s", command).isEqualTo(before);
        }
        history.redo();
        assertThat(world.scenario()).isEqualTo(changed);
        history.undo();
        return still;
    }

    private static List<ServerSpec> pool(Snapshot picture) {
        var ordered = picture.scenario().servers();
        return picture.servers().stream()
                .filter(s -> !s.draining())
                .map(ServerState::spec)
                .filter(ordered::contains)
                .toList();
    }

    /** A picture with the event count and the ledger of another. */
    private static Snapshot but(Snapshot picture, Snapshot other) {
        return new Snapshot(
                picture.nanos(),
                other.sequence(),
                picture.scenario(),
                picture.servers(),
                picture.requests(),
                picture.outside(),
                picture.totals(),
                picture.legs(),
                picture.origin(),
                picture.seconds(),
                other.remap(),
                picture.decision());
    }

    @Test
    void undoingEverythingGivesTheFirstScenario() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new SplittableRandom(seed);
            try (var world = Drama.begin(random.nextLong())) {
                var first = world.scenario();
                var history = new History(world);
                for (int i = 0; i < 12; i++) {
                    world.advanceTo(world.now() + random.nextLong(SECOND / 4));
                    history.apply(Drama.command(random.nextLong(), world.scenario()));
                }
                while (history.canUndo()) {
                    assertThat(history.undo()).isInstanceOf(World.Outcome.Done.class);
                }
                assertThat(world.scenario()).isEqualTo(first);
                assertThat(pool(world.timeline().at(world.now()))).isEqualTo(first.servers());
            }
        }
    }

    @Test
    void theLastThatWasUndoneIsTheFirstThatIsDoneAgain() {
        var a = new ServerId("A");
        try (var world = new SimulatedWorld(Scenario.of(ServerSpec.named("A")))) {
            var history = new History(world);
            history.apply(new Command.SetWeight(a, 2));
            history.apply(new Command.SetWeight(a, 3));
            history.undo();
            history.undo();
            assertThat(world.scenario().require(a).weight()).isEqualTo(1);
            history.redo();
            assertThat(world.scenario().require(a).weight()).isEqualTo(2);
            history.apply(new Command.SetWeight(a, 9));
            assertThat(history.canRedo()).isFalse();
        }
    }
}
