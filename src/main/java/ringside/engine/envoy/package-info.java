/**
 * What Envoy decides, as its sources and its own unit tests have it, one file each policy.
 *
 * <p>Each policy asks its {@link ringside.engine.envoy.Hosts} who serves. Those that a hash decides for lay a
 * {@link ringside.engine.envoy.Layout} at each change of the pool, a ring or a table; those that take turns keep an
 * {@link ringside.engine.envoy.Edf}. What is not a policy - priorities, outliers, health checks, limits - are small parts
 * that whoever has a clock and a pool asks. It knows the engine's own words and nothing else.
 */
package ringside.engine.envoy;
