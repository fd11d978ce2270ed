package ringside.lesson.review;

/** FSRS-6: what an answer tells of a memory, and how a memory fades. */
public final class Fsrs {
    /*
     * The formulas and the 21 default parameters are those that the Open Spaced Repetition project publishes
     * ("The Algorithm", awesome-fsrs wiki; fsrs-rs, model_v6.rs). A memory fades by a power law whose exponent is the
     * last parameter, and whose factor is such that after `stability` days nine of ten are remembered.
     *
     * Difficulty is drawn towards the difficulty of a card that was easy at first, before that is kept within 1 to 10:
     * keeping it first gives other days (497 in place of 498 in the published series).
     *
     * StrictMath, so that the days are the same on every machine.
     */
    static final double LEAST_STABILITY = 0.001;

    private static final double[] DEFAULTS = {
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
    };

    private final double[] w;
    private final double factor;

    private Fsrs(double[] parameters) {
        this.w = parameters;
        this.factor = StrictMath.pow(0.9, -1 / w[20]) - 1;
    }

    /** With the published default parameters. */
    public static Fsrs usual() {
        return with(DEFAULTS);
    }

    /** With these parameters, 21 of them. */
    static Fsrs with(double... parameters) {
        if (parameters.length != DEFAULTS.length) {
            throw new IllegalArgumentException("there are 21 parameters, not " + parameters.length);
        }
        return new Fsrs(parameters.clone());
    }

    /** The parameters, in their published order. */
    double[] parameters() {
        return w.clone();
    }

    /** What the first answer ever tells. */
    public MemoryState first(Grade grade) {
        return state(w[grade.number() - 1], firstDifficulty(grade));
    }

    /** What an answer tells so many whole days after the last one; 0 on the same day. */
    public MemoryState next(MemoryState before, Grade grade, long days) {
        double stability = days == 0
                ? sameDay(before.stability(), grade)
                : grade == Grade.AGAIN
                        ? forgotten(before, remembered(before, (double) days))
                        : recalled(before, grade, remembered(before, (double) days));
        return state(stability, nextDifficulty(before.difficulty(), grade));
    }

    /** The probability of remembering it after so many days, 0 to 1. */
    public double remembered(MemoryState state, double days) {
        return StrictMath.pow(1 + factor * days / state.stability(), -w[20]);
    }

    /** The days after which the probability of remembering it has fallen to this, which lies between 0 and 1. */
    public double days(MemoryState state, double probability) {
        return state.stability() / factor * (StrictMath.pow(probability, -1 / w[20]) - 1);
    }

    private double firstDifficulty(Grade grade) {
        return w[4] - StrictMath.exp(w[5] * (grade.number() - 1)) + 1;
    }

    private double nextDifficulty(double before, Grade grade) {
        double damped = before - w[6] * (grade.number() - 3) * (10 - before) / 9;
        return w[7] * firstDifficulty(Grade.EASY) + (1 - w[7]) * damped;
    }

    private double sameDay(double stability, Grade grade) {
        double growth = StrictMath.exp(w[17] * (grade.number() - 3 + w[18])) * StrictMath.pow(stability, -w[19]);
        return stability * (grade.compareTo(Grade.GOOD) >= 0 ? Math.max(growth, 1) : growth);
    }

    private double recalled(MemoryState before, Grade grade, double remembered) {
        double bonus = switch (grade) {
            case HARD -> w[15];
            case EASY -> w[16];
            case AGAIN, GOOD -> 1;
        };
        return before.stability()
                * (1
                        + StrictMath.exp(w[8])
                                * (11 - before.difficulty())
                                * StrictMath.pow(before.stability(), -w[9])
                                * (StrictMath.exp((1 - remembered) * w[10]) - 1)
                                * bonus);
    }

    private double forgotten(MemoryState before, double remembered) {
        double left = w[11]
                * StrictMath.pow(before.difficulty(), -w[12])
                * (StrictMath.pow(before.stability() + 1, w[13]) - 1)
                * StrictMath.exp((1 - remembered) * w[14]);
        return Math.min(left, before.stability() / StrictMath.exp(w[17] * w[18]));
    }

    private static MemoryState state(double stability, double difficulty) {
        return new MemoryState(Math.clamp(stability, LEAST_STABILITY, 1e8), Math.clamp(difficulty, 1, 10));
    }
}
