package ringside.world;

/** One of the stories that are compared, and what came of it. */
public sealed interface Side {
    /** The story. */
    Tape tape();

    /**
     * It was told to its end.
     *
     * @param tape the story
     * @param ends how its world is set up at the end
     * @param figures what was counted
     * @param outcomes how each request ended
     * @param arrivals who came when
     * @param soFar the figures at any instant on the way
     */
    record Told(Tape tape, Scenario ends, RunFigures figures, Outcomes outcomes, Roll arrivals, SoFar soFar)
            implements Side {}

    /**
     * It can't be told.
     *
     * @param tape the story
     * @param why in one sentence
     */
    record Unfit(Tape tape, String why) implements Side {}
}
