/**
 * What HAProxy decides, as version 2.6.12 was recorded doing it, one file each policy.
 *
 * <p>Each policy asks its {@link ringside.engine.haproxy.Farm} who is on duty, how heavy each is just now and whether it
 * has room. What is not a policy - checks, what is observed of traffic, agents - are small machines that hold a state and
 * give the next one; whoever has a clock and a pool drives them. It knows the engine's own words and nothing else.
 */
package ringside.engine.haproxy;
