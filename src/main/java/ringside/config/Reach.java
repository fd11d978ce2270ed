package ringside.config;

import java.util.regex.Pattern;

/** How far away the servers of a file may be. */
public enum Reach {
    /** On this machine's loopback only: {@code localhost}, {@code 127.x.x.x} and {@code [::1]}. */
    THIS_MACHINE,
    /** Anywhere, because the user asked for it. */
    ANYWHERE;

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)localhost|127\\." + BYTE + "\\." + BYTE + "\\." + BYTE + "|\\[::1]");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}]");
    private static final int LAST_PORT = 65_535;

    /**
     * Checks that a text is a {@code host:port} within reach, by its form alone: no name is looked up.
     *
     * @return the text itself
     * @throws IllegalArgumentException saying what is wrong and what would be right
     */
    public String check(String address) {
        int colon = address.lastIndexOf(':');
        var host = colon < 0 ? address : address.substring(0, colon);
        var port = colon < 0 ? "" : address.substring(colon + 1);
        if (!HOST.matcher(host).matches() || !port.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    Printable.brief(address) + " is no address; write host:port, such as 127.0.0.1:9001");
        }
        long number = Long.parseLong(port);
        if (number < 1 || number > LAST_PORT) {
            throw new IllegalArgumentException("port " + port + " is out of range; a port is 1 to " + LAST_PORT);
        }
        if (this == THIS_MACHINE && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalArgumentException(address + " is beyond loopback, and traffic is kept on this machine;"
                    + " write 127.0.0.1:" + port + ", or start with --allow-remote");
        }
        return address;
    }
}
