/**
 * What nginx 1.22 does, bit for bit: the balancing methods of its {@code upstream} blocks, one file each, and the rules of
 * {@code proxy_next_upstream}.
 *
 * <p>All of them share what nginx remembers of its servers, {@code Peers}, and how it looks for one, {@code Visit}. They
 * know the engine's own words, and no configuration file.
 */
package ringside.engine.nginx;
