/**
 * A balancer without a network: one pool, driven line by line through a trace of what happens outside.
 *
 * <p>The trace says what a proxy could see: requests, how attempts end, what checks, traffic and agents tell of servers,
 * what an operator sets, and what time it is. All that follows from it is decided here, by the same policies and rules
 * that the worlds drive. It knows {@code config}, {@code world} and {@code engine}; it has no clock but the trace's, and
 * reads no file: it is handed lines.
 */
package ringside.trace;
