package ringside.sim;

/** Chance, as the world itself takes it. */
@FunctionalInterface
interface Luck {
    /** A number from 0 inclusive to 1 exclusive, each equally likely. */
    double roll();

    /** A whole number from 0 inclusive to this many exclusive, each equally likely. */
    default int below(int sides) {
        return (int) (roll() * sides);
    }
}
