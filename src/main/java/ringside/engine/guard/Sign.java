package ringside.engine.guard;

import ringside.engine.Outcome;

/** What the outcome of one attempt says of the server. */
public enum Sign {
    /** It works. */
    GOOD,
    /** It broke, within its answer too, or answered that it did: a status from 500 up. */
    BAD,
    /** Nothing: the attempt was called off. */
    NONE;

    /** What this outcome says. */
    public static Sign of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status) -> status < 500 ? GOOD : BAD;
            case Outcome.Truncated _, Outcome.Broken _ -> BAD;
            case Outcome.Abandoned() -> NONE;
        };
    }
}
