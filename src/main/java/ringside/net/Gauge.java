package ringside.net;

import ringside.engine.ServerId;

/**
 * How a server stands at this moment.
 *
 * @param server its name
 * @param weight its share relative to the others
 * @param up whether it may be given requests
 * @param inFlight how many it has
 */
record Gauge(ServerId server, int weight, boolean up, int inFlight) {}
