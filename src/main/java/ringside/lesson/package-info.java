/**
 * Lessons: files anyone can write, read strictly, played on a running world and checked without a screen.
 *
 * <p>It knows {@code config}, {@code world} and {@code engine}. It does not know whether a world is simulated or live
 * (a {@link ringside.world.WorldFactory} is handed in), nor who shows the lesson: a window and a terminal read the same
 * {@link ringside.lesson.LessonRun}.
 */
package ringside.lesson;
