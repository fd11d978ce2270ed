package ringside.net;

/**
 * What every connection to the proxy shares.
 *
 * @param site the world it stands in
 * @param setting its limits and its watchdog
 * @param anyHost whether requests for any host are taken, not only those for this machine's own names
 */
record Proxy(Site site, Setting setting, boolean anyHost) {
    Limits limits() {
        return setting.limits();
    }

    Meters meters() {
        return setting.meters();
    }
}
