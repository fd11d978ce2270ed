/**
 * What becomes of a pool's members before a policy is asked: who is ejected for a while, when everybody is let back in
 * because too few are well, who is warming up, who is leaving.
 *
 * <p>All of it turns one {@link ringside.engine.Pool} into another, so it works with every policy and no policy knows of it.
 * In this order: the pool as configured, with who is down or draining by hand; {@link ringside.engine.member.Panic} with
 * whoever is unwell, by checks or by {@link ringside.engine.member.Ejector}; {@link ringside.engine.member.Warming}. Each
 * hands back the same pool when it changes nothing, so whoever drives a balancer need only compare. They know the engine's
 * own words and those of {@code guard}.
 */
package ringside.engine.member;
