/**
 * Envoy's bootstrap file, written from a pool.
 *
 * <p>Field names are those of Envoy's v3 API reference. No Envoy was at hand to check a file with: what is written is
 * checked as YAML and against that reference.
 */
package ringside.config.envoy;
