package ringside.world;

/** Is told what happens in a world, in order. */
@FunctionalInterface
public interface Story {
    /** Nobody listens: only what must be told at any rate is. */
    Story UNHEARD = new Story() {
        @Override
        public void tell(long nanos, Happening what) {}

        @Override
        public boolean heard() {
            return false;
        }
    };

    /** Something happened, so many nanoseconds after the beginning; never earlier than what was told before. */
    void tell(long nanos, Happening what);

    /** Whether somebody listens; when not, making a happening is wasted. It never changes. */
    default boolean heard() {
        return true;
    }
}
