/**
 * HAProxy's configuration file: read into pools and listeners, and written from them.
 *
 * <p>It reads what HAProxy 2.6 reads. What it takes over, notes or refuses was tried on the real program; where both take
 * a line, they mean the same by it. One thing is stricter on purpose: HAProxy reads the number that a word begins with and
 * takes {@code weight x} for 0 without a word, and here that is an error.
 */
package ringside.config.haproxy;
