/**
 * What a load balancer decides, and nothing else.
 *
 * <p>It knows no clock, no chance, no thread, no socket, no file and no screen: what it needs of them comes in as
 * arguments. So the very same decisions run in virtual time and behind a real proxy, and can be tested as arithmetic.
 *
 * <p>A request's life: {@link ringside.engine.Balancer#begin} makes its {@link ringside.engine.Trail}; each
 * {@link ringside.engine.Balancer#pick(ringside.engine.Trail, ringside.engine.Detail)} is an attempt; its
 * {@link ringside.engine.Outcome} goes to {@link ringside.engine.Retries}, which say what comes
 * {@link ringside.engine.Next}, and then as an {@link ringside.engine.Attempt} to
 * {@link ringside.engine.Balancer#settle}, from which the policy learns. Whatever a policy must
 * know of one request at its next attempt lies in the trail's memory; whatever it must know of a server lies in the
 * policy, by the server's id; what the configuration says of a server lies in its {@link ringside.engine.Terms}.
 *
 * <p>Around a balancer there are, each in a room of its own and none known to a policy: {@code route}, which pool a request
 * goes to; {@code limit}, how many requests may pass; {@code stick}, who goes back to where he was; {@code member}, what
 * becomes of a pool before a policy sees it; {@code guard}, what stands between a request and a server.
 */
package ringside.engine;
