package ringside.world;

/**
 * How values of one type are written down and read again: what is read equals what was written.
 *
 * @param <T> the type
 */
interface Form<T> {
    /** Writes one down. */
    void write(T value, Pen pen);

    /** Reads what was written. */
    T read(Reading from);
}
