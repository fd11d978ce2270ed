package ringside.world;

import java.util.OptionalLong;
import ringside.engine.Policies;

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
            implements Side {
        /** How many keys changed hands on the way; empty when more than the key decides. */
        public OptionalLong movedKeys() {
            return Policies.keyed(ends.policy())
                    ? OptionalLong.of(figures.remaps().stream()
                            .mapToLong(RemapFigures::moved)
                            .sum())
                    : OptionalLong.empty();
        }
    }

    /**
     * It can't be told.
     *
     * @param tape the story
     * @param why in one sentence
     */
    record Unfit(Tape tape, String why) implements Side {}
}
