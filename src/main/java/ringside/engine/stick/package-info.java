/**
 * Sticky sessions: bringing a client back to the server that it was at, which may remember it.
 *
 * <p>A {@link ringside.engine.stick.StickyCookie} lets the client remember the server, a
 * {@link ringside.engine.stick.SourceTable} remembers it here; either names a server, and
 * {@link ringside.engine.stick.Stick#to} says whether the client stays there. What the policy is asked for then, or which
 * server is kept, is stored again under the client. They know the engine's own words and nothing else.
 */
package ringside.engine.stick;
