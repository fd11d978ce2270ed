/**
 * What a load balancer decides, and nothing else.
 *
 * <p>It knows no clock, no chance, no thread, no socket, no file and no screen: what it needs of them comes in as
 * arguments. So the very same decisions run in virtual time and behind a real proxy, and can be tested as arithmetic.
 */
package ringside.engine;
