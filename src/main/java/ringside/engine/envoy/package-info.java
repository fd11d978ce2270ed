/**
 * What Envoy decides, as its sources and its own unit tests have it, one file each policy.
 *
 * <p>Each policy asks its {@link ringside.engine.envoy.Hosts} who serves. Those that a hash decides for lay a
 * {@link ringside.engine.envoy.Layout} at each change of the pool, a ring or a table; those that take turns keep an
 * {@link ringside.engine.envoy.Edf}.
 *
 * <p>What is not a policy works with any: {@link ringside.engine.envoy.OutlierDetection} and
 * {@link ringside.engine.envoy.ActiveHealthCheck} say who is well, {@link ringside.engine.envoy.PriorityLoad} and
 * {@link ringside.engine.envoy.ZoneAware} where the load goes, {@link ringside.engine.envoy.CircuitBreakers} and
 * {@link ringside.engine.envoy.LocalRateLimit} how much of it there may be. It knows the engine's own words and those of
 * the rooms around it.
 */
package ringside.engine.envoy;
