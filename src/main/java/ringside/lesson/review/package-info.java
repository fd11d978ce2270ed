/**
 * When a card is asked again: FSRS-6, the learning steps around it, and the queue of a day.
 *
 * <p>It knows nothing of lessons, files or screens, and has no clock: instants are parameters, so the same answers at the
 * same instants give the same days on every machine.
 */
package ringside.lesson.review;
