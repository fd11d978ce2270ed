/**
 * The live world: a real proxy, real servers, real probes and real traffic on loopback sockets.
 *
 * <p>It knows the world's words and the engine that decides. It does not know the simulated world, lessons, files or
 * the screen. One connection is one virtual thread and one method from accept to close; the parsers take bytes, not
 * sockets; every limit is a number in {@link ringside.net.Limits}.
 */
package ringside.net;
