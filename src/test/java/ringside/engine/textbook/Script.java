package ringside.engine.textbook;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.Collectors;
import ringside.engine.Dice;

/** Dice that roll what a test says. */
final class Script {
    private Script() {}

    /** These rolls, one after the other. */
    static Dice rolling(int... rolls) {
        var left = Arrays.stream(rolls).boxed().collect(Collectors.toCollection(ArrayDeque::new));
        return sides -> {
            int roll = left.pop();
            if (roll >= sides) {
                throw new AssertionError("a die of " + sides + " sides was to roll " + roll);
            }
            return roll;
        };
    }
}
