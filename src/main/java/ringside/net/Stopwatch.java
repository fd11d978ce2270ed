package ringside.net;

import ringside.world.Happening.Leg;

/** Runs while a connection's thread works, and stands while it waits for bytes. */
interface Stopwatch {
    /** One that measures nothing and costs nothing. */
    Stopwatch NONE = new Stopwatch() {
        @Override
        public void waits() {}

        @Override
        public void goesOn(Leg after) {}
    };

    /** The thread waits for bytes. */
    void waits();

    /** Bytes came from this side, and the thread goes on. */
    void goesOn(Leg after);
}
