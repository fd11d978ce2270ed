/**
 * The world in virtual time: a queue of what will happen, dice, and the engine's own balancer.
 *
 * <p>It knows the world's words and the engine. It does not know the time of day, sockets or the screen: one scenario
 * and one seed tell one story, however fast it is told.
 */
package ringside.sim;
