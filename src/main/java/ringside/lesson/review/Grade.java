package ringside.lesson.review;

import java.util.Arrays;

/** How well a card was remembered. */
public enum Grade {
    /** Not at all. */
    AGAIN(1),
    /** With trouble. */
    HARD(2),
    /** After a moment's thought. */
    GOOD(3),
    /** At once. */
    EASY(4);

    private final int number;

    Grade(int number) {
        this.number = number;
    }

    /** The number by which the formulas and the keys know it, 1 to 4. */
    public int number() {
        return number;
    }

    /** The one of this number. @throws IllegalArgumentException when it is not 1 to 4 */
    public static Grade of(int number) {
        return Arrays.stream(values())
                .filter(g -> g.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a grade is 1 to 4, not " + number));
    }
}
