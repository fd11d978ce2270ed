package ringside.world;

/**
 * How one client fared in a run.
 *
 * @param client its address
 * @param requests how many it made
 * @param answered how many of these were answered
 * @param latency how long those took that ended, however they did
 */
public record ClientFigures(String client, long requests, long answered, LatencyFigures latency) {}
