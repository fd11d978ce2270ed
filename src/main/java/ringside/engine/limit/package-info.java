/**
 * How many requests may pass in how much time: one way of counting a file, and a table with one of them for each client.
 *
 * <p>A limiter is asked with the time and answers with a {@link ringside.engine.limit.Verdict}. Each is a small class that
 * keeps its own count, for one thread at a time; letting a request pass allocates nothing. All of them reckon in whole
 * nanoseconds without rounding, so the time that a refused request is told to come back at is the first at which it may.
 * They know the engine's own words and nothing else.
 */
package ringside.engine.limit;
