package ringside.engine.envoy;

import java.util.List;
import java.util.Optional;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.RemapLaw;

/** Gives each key to the host that has its cell in a table, which the hosts have filled in turns. */
public final class Maglev extends HashPolicy<MaglevTable> {
    /*
     * Google's Maglev (Eisenbud et al. 2016) as Envoy has it, with weights. A lookup is one remainder, shares are even to
     * a cell, and when a host leaves, few cells of others change hands besides its own: some do, for each cell that
     * somebody takes earlier or later sends others elsewhere.
     *
     * Trap: a ring of as many points moves fewer keys. Maglev is the faster and the more even one of the two, and its
     * table takes as long to fill however small the change.
     */
    private static final PolicyOption.Whole SIZE =
            new PolicyOption.Whole("table-size", "how many cells the table has, a prime number", 2, 5_000_011, 65_537);

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "envoy/maglev",
            "Gives each key to the host that has its cell in a table, which the hosts have filled in turns.",
            List.of(SIZE, BoundedLoad.option()),
            choice -> Optional.of(law(choice)),
            Policies.Maker.of(Maglev::new));

    private final int size;

    /**
     * By these options.
     *
     * @throws IllegalArgumentException when the table's size is no prime
     */
    public Maglev(PolicyChoice choice) {
        super(BoundedLoad.factor(choice), MaglevTable.NONE);
        size = SIZE.of(choice);
        if (!prime(size)) {
            throw new IllegalArgumentException(
                    SIZE.name() + " is a prime number, not \"" + size + "\"; the next is " + next(size));
        }
    }

    private static boolean prime(int number) {
        for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    private static int next(int number) {
        int next = number;
        while (!prime(next)) {
            next++;
        }
        return next;
    }

    /** The law counts the cells that change hands: hashes fall on each with the same chance. */
    private static RemapLaw law(PolicyChoice choice) {
        return (before, after) -> {
            var old = new Maglev(choice);
            var now = new Maglev(choice);
            old.use(before);
            now.use(after);
            return old.moved(before, now, after);
        };
    }

    private double moved(Pool before, Maglev now, Pool after) {
        int[] mine = layout().cells();
        int[] theirs = now.layout().cells();
        if (mine.length == 0 || theirs.length == 0) {
            return mine.length == theirs.length ? 0 : 1;
        }
        int moved = 0;
        for (int cell = 0; cell < mine.length; cell++) {
            moved += before.at(mine[cell]).id().equals(after.at(theirs[cell]).id()) ? 0 : 1;
        }
        return (double) moved / mine.length;
    }

    @Override
    MaglevTable lay(Hosts among) {
        return MaglevTable.of(among, size);
    }
}
