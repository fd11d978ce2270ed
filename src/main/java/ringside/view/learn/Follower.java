package ringside.view.learn;

/** A part of a step that follows the lesson by itself, so that nobody loses what they are typing. */
interface Follower {
    /** Shows what has come of it since. */
    void follow();
}
