package ringside.lesson.review;

/** How well a card was remembered. */
public enum Grade {
    /** Not at all. */
    AGAIN,
    /** With trouble. */
    HARD,
    /** After a moment's thought. */
    GOOD,
    /** At once. */
    EASY;

    /** The number by which the formulas know it, 1 to 4. */
    int number() {
        return ordinal() + 1;
    }
}
