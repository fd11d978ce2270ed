package ringside.lesson.progress;

import java.util.Optional;

/**
 * A card of the learner's own.
 *
 * @param id what it is called in reviews; no card of a lesson may be called so
 * @param lesson the id of the lesson it comes from; empty when it comes from none
 * @param front what is asked
 * @param back what is right
 * @param madeMillis when it was made, in milliseconds since 1970
 * @param moment the world at the moment it asks about, if it shows one
 */
public record OwnCard(
        String id, String lesson, String front, String back, long madeMillis, Optional<StoryText> moment) {}
