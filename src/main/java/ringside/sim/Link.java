package ringside.sim;

import org.jspecify.annotations.Nullable;

/**
 * What can stand in one {@link Row} at a time, and knows its neighbours there.
 *
 * @param <L> the kind of thing that stands in such a row
 */
abstract class Link<L extends Link<L>> {
    @Nullable
    Row<L> row;

    @Nullable
    L before;

    @Nullable
    L after;
}
