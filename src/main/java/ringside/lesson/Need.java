package ringside.lesson;

import ringside.config.Place;

/**
 * A lesson that comes before another, or before cards.
 *
 * @param lesson its id
 * @param at where that is said
 */
public record Need(String lesson, Place at) {}
