/**
 * The workshop: a proxy's configuration is put together, run, and graded by asking it over HTTP.
 *
 * <p>It decides what to ask and what the answers mean. Sockets, processes and time are handed in as a
 * {@link ringside.lesson.workshop.Workplace}; it knows no lesson, no file and no screen.
 */
package ringside.lesson.workshop;
