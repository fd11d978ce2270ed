/**
 * What a proxy's own configuration file says, in Ringside's words: pools, who leads to them, and what was not taken over.
 *
 * <p>The readers and writers of each proxy's language meet here; this package knows none of them.
 */
package ringside.config.proxy;
