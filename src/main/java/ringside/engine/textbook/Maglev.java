package ringside.engine.textbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;

/** Looks each key up in a table that the servers filled, each claiming cells in turn in an order of its own. */
public final class Maglev implements Policy {
    /*
     * Google's balancer (Eisenbud et al., "Maglev", NSDI 2016). A lookup is one division and one look; shares are within
     * a cell or so of even; and every balancer that knows the same servers fills the same table, without a word to the
     * others. With a hundred times as many cells as servers, shares differ by about 1 % (the paper's figure, unverified).
     *
     * The trap is that it is only nearly consistent: when a server goes, the others claim its cells, and some of them
     * claim a few of each other's. The fewer cells for each server, the more of these. And the whole table is filled anew
     * at each change. Between changes, what can't be asked for one request is passed for the next cell.
     */
    private static final PolicyOption.Whole SIZE =
            new PolicyOption.Whole("size", "cells of the table, a prime number of them", 2, 655_373, 65_537);

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/maglev",
            "Looks each key up in a table that the servers filled, each claiming cells in turn in an order of its own.",
            List.of(SIZE),
            choice -> Optional.of((before, after) -> MaglevTable.difference(
                    MaglevTable.of(before, SIZE.of(choice)), MaglevTable.of(after, SIZE.of(choice)))),
            Policies.Maker.of(choice -> new Maglev(SIZE.of(choice))));

    private final int size;
    private final TextHash hash = new TextHash();
    private Pool pool = Pool.EMPTY;
    private MaglevTable table;

    /**
     * A table of so many cells.
     *
     * @throws IllegalArgumentException when that is no prime number
     */
    public Maglev(int size) {
        if (!isPrime(size)) {
            throw new IllegalArgumentException(
                    SIZE.name() + " is a prime number, such as 251, 4093 or 65537, not \"" + size + "\"");
        }
        this.size = size;
        this.table = MaglevTable.of(pool, size);
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return number > 1;
    }

    /** {@inheritDoc} There may be as many servers as the table has cells. */
    @Override
    public void use(Pool other) {
        if (other.size() > size) {
            throw new IllegalArgumentException("a table of " + size + " cells has no room for " + other.size()
                    + " servers: set size to a larger prime number");
        }
        table = MaglevTable.of(other, size);
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        long text = hash.wide(request.key());
        int start = (int) Long.remainderUnsigned(text, size);
        for (int step = 0; step < table.size(); step++) {
            int place = table.placeAt((start + step) % size);
            if (candidates.open(place)) {
                return switch (detail) {
                    case PLAIN -> pool.chosen(place);
                    case REASONED ->
                        new Pick.Chosen(
                                pool.at(place).id(),
                                new TextbookReason.Cell(request.key(), text, start, size, passed(start, step)));
                };
            }
        }
        return pool.nobody();
    }

    private List<ServerId> passed(int start, int steps) {
        return IntStream.range(start, start + steps)
                .map(cell -> table.placeAt(cell % size))
                .distinct()
                .mapToObj(place -> pool.at(place).id())
                .toList();
    }
}
