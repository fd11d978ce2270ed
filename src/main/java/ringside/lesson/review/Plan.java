package ringside.lesson.review;

/**
 * What a learner wants of reviews.
 *
 * @param retention the share of cards that shall still be known when they are asked, 0.70 to 0.97
 * @param freshADay how many cards may be new on one day, 0 to 200
 */
public record Plan(double retention, int freshADay) {
    /** The most cards that may be new on one day. */
    public static final int MOST_FRESH = 200;

    /** What is planned when nobody says otherwise. */
    public static final Plan USUAL = new Plan(Scheduler.USUAL_RETENTION, 10);

    public Plan {
        if (!(retention >= Scheduler.LEAST_RETENTION && retention <= Scheduler.MOST_RETENTION)) {
            throw new IllegalArgumentException("the share to be remembered is 0.70 to 0.97, not " + retention);
        }
        if (freshADay < 0 || freshADay > MOST_FRESH) {
            throw new IllegalArgumentException("new cards a day are 0 to 200, not " + freshADay);
        }
    }

    /**
     * How many times as many reviews there are as when nine of ten cards are aimed at: a memory that may fade further
     * is asked for less often.
     */
    public double effort() {
        var fsrs = Fsrs.usual();
        var memory = new MemoryState(100, 5);
        return fsrs.days(memory, Scheduler.USUAL_RETENTION) / fsrs.days(memory, retention);
    }
}
