package ringside.world;

/** Is told from time to time how far a long work has come, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Nobody waits. */
    Progress UNWATCHED = _ -> true;

    /** This share is done, 0 to 1: false when the rest is not wanted any more. */
    boolean goOn(double share);
}
