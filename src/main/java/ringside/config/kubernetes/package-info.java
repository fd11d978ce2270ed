/**
 * Kubernetes' Service and EndpointSlices, written from a pool.
 *
 * <p>Field names are those of the core v1 and discovery v1 API references. No cluster was at hand to check a file with.
 */
package ringside.config.kubernetes;
