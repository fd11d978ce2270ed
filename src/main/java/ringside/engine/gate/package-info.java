/**
 * The way of a request from its arrival to the choice of a server, and back: all that stands around the policies, in the
 * order in which a request meets it.
 *
 * <p>{@link ringside.engine.gate.Gate} puts together what the small packages beside it do each for themselves: keys, rate
 * limits, routes to pools, lines, stickiness, panic, ejection, breakers, retries. The simulated world and the live one both
 * drive it and have no rules of their own. It knows the engine and nothing else: whoever drives it waits, sends and answers.
 */
package ringside.engine.gate;
