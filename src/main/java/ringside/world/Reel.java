package ringside.world;

import org.jspecify.annotations.Nullable;

/** Where a reader of a timeline is: moving on a little is cheap, jumping starts from the keyframe before. */
final class Reel {
    /* In events: from further away the way over a keyframe is shorter. */
    private static final int FAR = 8192;

    private @Nullable Fold fold;
    private @Nullable Snapshot shown;

    /** The picture of an instant, in which the events before a sequence number have happened. */
    Snapshot show(Held held, long next, long nanos) {
        var picture = shown;
        if (picture != null && picture.sequence() == next && picture.nanos() == nanos) {
            return picture;
        }
        var moving = near(held, next, nanos);
        held.tell(moving.sequence(), next, moving::apply);
        picture = moving.freeze(nanos);
        fold = moving;
        shown = picture;
        return picture;
    }

    private Fold near(Held held, long next, long nanos) {
        var here = fold;
        fold = null;
        if (here != null
                && here.nanos() <= nanos
                && here.sequence() <= next
                && here.sequence() >= Math.max(held.first(), next - FAR)) {
            return here;
        }
        return held.chunkOf(next).begin();
    }
}
