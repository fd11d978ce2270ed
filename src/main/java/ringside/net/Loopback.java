package ringside.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Which addresses may be connected to: this machine's own, unless the user allowed others. */
public final class Loopback {
    private static final Pattern DOTTED = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");
    private static final Pattern NUMBER_LIKE =
            Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");
    private static final Pattern NAME =
            Pattern.compile("(?i)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\\.?");
    private static final Pattern IPV6 = Pattern.compile("(?i)[0-9a-f:]*:[0-9a-f:.]*");

    private Loopback() {}

    /**
     * The address that {@code host:port} stands for; a name is resolved once, here, and every address it has must do.
     *
     * @throws IllegalArgumentException when it cannot be read, or is beyond this machine and {@code allowRemote} is not
     *     set
     */
    public static InetSocketAddress resolve(String hostAndPort, boolean allowRemote) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 1) {
            throw refused(hostAndPort, "it is not host:port, such as localhost:8081");
        }
        int port = port(hostAndPort, hostAndPort.substring(colon + 1));
        var addresses = addresses(hostAndPort, hostAndPort.substring(0, colon));
        boolean remote = !Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
        if (remote && !allowRemote) {
            throw refused(
                    hostAndPort,
                    "it leads beyond this machine; only loopback is reached unless Ringside is started with"
                            + " --allow-remote");
        }
        return new InetSocketAddress(addresses[0], port);
    }

    /** The text of an address, an IPv6 one in brackets. */
    public static String text(InetSocketAddress address) {
        var host = host(address);
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]:" : host + ":") + address.getPort();
    }

    /** The text of an address without its port and without brackets. */
    static String host(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return host.equals("0:0:0:0:0:0:0:1") ? "::1" : host;
    }

    /** 127.0.0.1 at a port. */
    static InetSocketAddress at(int port) {
        return new InetSocketAddress(v4(), port);
    }

    /** The address 127.0.0.1. */
    static InetAddress v4() {
        return address(127, 0, 0, 1);
    }

    /** The address ::1. */
    static InetAddress v6() {
        return address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    private static InetAddress address(int... numbers) {
        var bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes are addresses", e);
        }
    }

    private static int port(String whole, String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw refused(whole, "a port is a whole number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static InetAddress[] addresses(String whole, String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        var bare = bracketed ? host.substring(1, host.length() - 1) : host;
        boolean readable = bracketed
                ? IPV6.matcher(bare).matches()
                : DOTTED.matcher(bare).matches()
                        || (NAME.matcher(bare).matches()
                                && !NUMBER_LIKE.matcher(bare).matches());
        if (!readable) {
            throw refused(whole, "a host is a name, four decimal numbers such as 127.0.0.1, or IPv6 in brackets");
        }
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException _) {
            throw refused(whole, "no such host is known");
        }
    }

    private static IllegalArgumentException refused(String address, String why) {
        var shown = address.length() > 80 ? address.substring(0, 80) + "…" : address;
        return new IllegalArgumentException("the address \"" + shown + "\" is refused: " + why);
    }
}
