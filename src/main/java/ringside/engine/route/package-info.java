/**
 * Which pool a request goes to: a table of routes by host, path and header fields.
 *
 * <p>The most specific route wins, wherever it stands in the table; what that means is said in
 * {@link ringside.engine.route.RouteTable}, and {@link ringside.engine.route.RouteTable#explain} tells of every route that
 * was looked at why it was or was not the one. Everything here is immutable. It knows the engine's own words and nothing
 * else.
 */
package ringside.engine.route;
