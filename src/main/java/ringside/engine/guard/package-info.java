/**
 * What stands between a request and a server that could take it: whether the server is trusted just now, has room, and
 * whether another attempt is still worth it.
 *
 * <p>What a request passes - a {@link ringside.engine.guard.CircuitBreaker}, a
 * {@link ringside.engine.guard.ConnectionLimit}, a {@link ringside.engine.guard.RetryBudget} - is a small class with a count
 * of its own, for one thread at a time, that is asked with the time and answers with a verdict; whatever it let in must be
 * settled or left exactly once. They know the engine's own words and nothing else.
 */
package ringside.engine.guard;
