package ringside.net;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;

/** The descriptors that the operating system grants a program: one for each connection, and some for files. */
final class Descriptors {
    /** This program has no more of them, which says nothing of the peer. */
    static final class Exhausted extends IOException {
        private static final long serialVersionUID = 1;

        Exhausted(IOException cause) {
            super("no more connections can be opened", cause);
        }
    }

    private static final int ENOUGH = 1 << 20;

    private Descriptors() {}

    /**
     * How many clients can be connected at once, when each may need a connection to a server too: half of what is left
     * now, and 1 at least.
     */
    static int forClients() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long left = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount();
            return Math.clamp(left / 2, 1, ENOUGH);
        }
        return ENOUGH;
    }

    /** A socket that is not connected yet. @throws Exhausted when there is none to be had */
    static SocketChannel socket() throws Exhausted {
        try {
            return SocketChannel.open();
        } catch (IOException e) {
            throw new Exhausted(e);
        }
    }
}
