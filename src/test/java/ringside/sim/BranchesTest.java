package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.constantly;
import static ringside.sim.Stories.three;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Branch;
import ringside.world.Branches;
import ringside.world.Branches.Fork;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.World;

class BranchesTest {
    private static final long MILLI = 1_000_000;
    private static final Command RANDOM = new Command.SetPolicy(PolicyChoice.of("textbook/random"));
    private static final Command HEAVY = new Command.SetWeight(new ServerId("A"), 9);
    private static final Scenario BUSY = three().with(constantly(100));

    private final SimulatedWorld original = Stories.run(BUSY, 1000 * MILLI);
    private final Branches branches = new Branches(new Replay(), "Original", original);

    @AfterEach
    void close() {
        branches.close();
    }

    private Fork fork(long nanos, Command command) throws Exception {
        return branches.fork(nanos, command, "Branch " + branches.nextNumber(), Progress.UNWATCHED)
                .call();
    }

    private Branch kept(long nanos, Command command) throws Exception {
        if (!(fork(nanos, command) instanceof Fork.Made(var branch, var _))) {
            throw new AssertionError("no branch was made");
        }
        branches.keep(branch);
        return branch;
    }

    private static List<Event> before(World world, long nanos) {
        return all(world).stream().filter(e -> e.nanos() <= nanos).toList();
    }

    @Test
    void beginsWithTheOneStory() {
        assertThat(branches.all()).containsExactly(branches.current());
        assertThat(branches.current().number()).isEqualTo(1);
        assertThat(branches.current().name()).isEqualTo("Original");
        assertThat(branches.current().world()).isSameAs(original);
        assertThat(branches.current().parent()).isEmpty();
    }

    @Test
    void actingInThePastTellsAStoryThatIsTheSameUntilThen() throws Exception {
        var events = all(original);
        var branch = kept(400 * MILLI, RANDOM);
        assertThat(branches.current()).isEqualTo(branch);
        assertThat(branch.number()).isEqualTo(2);
        assertThat(branch.parent()).isEqualTo(OptionalInt.of(1));
        assertThat(branch.forkNanos()).isEqualTo(400 * MILLI);
        assertThat(branch.world().now()).isEqualTo(400 * MILLI);
        assertThat(branch.world().scenario().policy().id()).isEqualTo("textbook/random");
        assertThat(all(original)).as("the story it was forked from").isEqualTo(events);
        var same = before(original, 400 * MILLI);
        assertThat(all(branch.world()).subList(0, same.size())).isEqualTo(same);
    }

    @Test
    void undoingRightAfterTheForkGivesBackWhatWas() throws Exception {
        var branch = kept(400 * MILLI, HEAVY);
        assertThat(branch.world().scenario()).isNotEqualTo(BUSY);
        branch.history().undo();
        assertThat(branch.world().scenario()).isEqualTo(BUSY);
        assertThat(branch.history().canUndo()).isFalse();
    }

    @Test
    void whatCannotBeDoneThereForksNothing() throws Exception {
        var fork = fork(400 * MILLI, new Command.SetWeight(new ServerId("Z"), 2));
        assertThat(fork).isEqualTo(new Fork.Rejected("no server is named Z; there are A, B, C"));
        assertThat(branches.all()).hasSize(1);
        assertThat(kept(400 * MILLI, HEAVY).number()).isEqualTo(2);
    }

    @Test
    void aBranchOfABranchHasWhatWasDoneInIt() throws Exception {
        kept(400 * MILLI, RANDOM);
        var second = kept(300 * MILLI, HEAVY);
        assertThat(second.world().scenario().policy().id()).as("done later").isEqualTo("textbook/round-robin");
        branches.switchTo(2);
        var third = kept(400 * MILLI, HEAVY);
        assertThat(third.parent()).isEqualTo(OptionalInt.of(2));
        assertThat(third.world().scenario().policy().id()).isEqualTo("textbook/random");
    }

    @Test
    void goesToAnotherAndCallsItOtherwise() throws Exception {
        kept(400 * MILLI, RANDOM);
        assertThat(branches.switchTo(1).world()).isSameAs(original);
        assertThat(branches.current().number()).isEqualTo(1);
        assertThat(branches.rename(1, " As it was ").name()).isEqualTo("As it was");
        assertThat(branches.current().name()).isEqualTo("As it was");
        branches.rename(2, "At random");
        assertThat(branches.all()).extracting(Branch::name).containsExactly("As it was", "At random");
        assertThatThrownBy(() -> branches.rename(2, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> branches.rename(2, "x".repeat(81))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> branches.switchTo(7)).hasMessage("there is no branch 7");
    }

    @Test
    void deletingGoesBackToWhereItWasForkedFrom() throws Exception {
        kept(400 * MILLI, RANDOM);
        kept(200 * MILLI, HEAVY);
        assertThat(branches.delete(3).number()).isEqualTo(3);
        assertThat(branches.current().number()).isEqualTo(2);
        assertThat(kept(100 * MILLI, HEAVY).number())
                .as("a number is not used again")
                .isEqualTo(4);
        branches.delete(2);
        assertThat(branches.current().number()).isEqualTo(4);
        branches.delete(4);
        assertThat(branches.current().number()).as("its parent is gone").isEqualTo(1);
        assertThatThrownBy(() -> branches.delete(1)).hasMessage("the branch that the others were forked from stays");
    }

    @Test
    void keepsTwelveAndNoMore() throws Exception {
        for (int i = 1; i < Branches.MOST; i++) {
            assertThat(branches.full()).isFalse();
            kept(i * MILLI, HEAVY);
        }
        assertThat(branches.all()).hasSize(12);
        assertThat(branches.full()).isTrue();
        assertThatThrownBy(() -> fork(MILLI, HEAVY))
                .hasMessage("12 branches of 512 MB together are kept at most: delete one to begin another");
        branches.delete(5);
        kept(MILLI, HEAVY);
        assertThat(branches.all()).hasSize(12);
    }

    @Test
    void endsWhenItIsNotWanted() {
        var work = branches.fork(900 * MILLI, HEAVY, "Never", share -> share < 0.5);
        assertThatThrownBy(work::call).isInstanceOf(CancellationException.class);
        assertThat(branches.all()).hasSize(1);
    }

    @Test
    void closesEveryWorld() throws Exception {
        var branch = kept(400 * MILLI, RANDOM);
        branches.close();
        assertThat(List.of(original.apply(HEAVY), branch.world().apply(HEAVY)))
                .containsOnly(new World.Outcome.Rejected("this world is closed"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void forkedAnywhereAndLeftAloneItIsTheSameStory(long seed) {
        long end = 10_000 * MILLI;
        try (var world = Drama.stage(seed, List.of(end))) {
            long at = new SplittableRandom(seed).nextLong(end);
            var tape = world.tape();
            try (var fork = new Replay().open(tape.until(at), Progress.UNWATCHED)) {
                assertThat(all(fork)).isEqualTo(before(world, at));
                tape.deeds().stream().filter(deed -> deed.nanos() > at).forEach(deed -> {
                    fork.advanceTo(deed.nanos());
                    fork.apply(deed.command());
                });
                fork.advanceTo(end);
                assertThat(all(fork)).isEqualTo(all(world));
            }
        }
    }
}
