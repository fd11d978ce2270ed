/**
 * What a learner has done: plain values, the text they are kept as, and the notebook that takes and gives them.
 *
 * <p>Nothing here knows a file, a clock or a screen. Times are milliseconds since 1970, told by whoever adds a record.
 */
package ringside.lesson.progress;
