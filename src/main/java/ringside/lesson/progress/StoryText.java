package ringside.lesson.progress;

/**
 * A world as text: enough to tell it again.
 *
 * @param scenario how it was set up at the beginning, as a scenario file says it
 * @param deeds what was done to it, one command a line, each behind its instant
 * @param nanos how far it goes, in nanoseconds since the world began
 */
public record StoryText(String scenario, String deeds, long nanos) {}
