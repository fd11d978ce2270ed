/**
 * What a cache has, what it does with what it does not have, and how it keeps many from fetching the same at once.
 *
 * <p>A cache is asked with the time and with luck, and answers what is to be done; it keeps when things expire, never the
 * things themselves. It is for one thread at a time. It knows the engine's own words and nothing else.
 */
package ringside.engine.cache;
