/**
 * Starts, wires by hand and stops: the window and the command line.
 *
 * <p>The one package that knows all others, so that none of them has to.
 */
package ringside.app;
