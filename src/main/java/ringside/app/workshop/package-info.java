/**
 * The workplace of the workshop on this machine: it asks over sockets, starts servers of ours, and runs the proxies that
 * are installed as children of this program, which end with it, however it ends.
 */
package ringside.app.workshop;
