package ringside.world;

import java.util.List;

/**
 * A picture that events can be applied to again.
 *
 * @param picture what can be seen
 * @param ended the requests in it that ended, in the order in which they did
 */
record Keyframe(Snapshot picture, List<RequestState> ended) {}
