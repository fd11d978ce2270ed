package ringside.view.inspect;

import ringside.world.Happening;

/** Temporary. */
final class Sentences {
    private Sentences() {}

    static String of(Happening what) {
        return String.valueOf(what);
    }
}
