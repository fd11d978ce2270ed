package ringside.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/** Finds ports to listen on: the wanted one, or the next that is free. Loopback only. */
final class Ports {
    /** How many connections the kernel keeps for a server until it accepts them. */
    static final int BACKLOG = 1024;

    /** The same for an entrance: as many as come while a program stands still and is not there to accept them. */
    static final int ENTRANCE_BACKLOG = 4096;

    private static final int MOST_TRIED = 1000;
    private static final int LAST = 65_535;

    private Ports() {}

    /** Listens on 127.0.0.1 at the first free port from this one up; 0 stands for any. */
    static ServerSocketChannel from(int first) {
        return from(first, BACKLOG);
    }

    /** The same, where the kernel keeps so many connections until they are accepted. */
    static ServerSocketChannel from(int first, int backlog) {
        int last = Math.min(LAST, first + MOST_TRIED);
        for (int port = first; port <= last; port++) {
            try {
                return at(Loopback.v4(), port, backlog);
            } catch (BindException _) {
                // busy: the next one, then
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on port " + port, e);
            }
        }
        throw new UncheckedIOException(new BindException("no port from " + first + " to " + last + " is free"));
    }

    /** Listens at exactly this address. @throws BindException when it is taken or not there */
    static ServerSocketChannel at(InetAddress address, int port) throws IOException {
        return at(address, port, BACKLOG);
    }

    /** The same, where the kernel keeps so many connections until they are accepted. */
    static ServerSocketChannel at(InetAddress address, int port, int backlog) throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(address, port), backlog);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Closes a listening channel. */
    static void close(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that a listening channel has. */
    static int of(ServerSocketChannel channel) {
        try {
            return ((InetSocketAddress) channel.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
