package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Two connections that have become one: bytes go both ways until both sides have said that nothing follows. */
final class Tunnel {
    /** How it ended. */
    enum End {
        /** Both sides had finished. */
        FINISHED,
        /** Neither side said anything for too long. */
        IDLE,
        /** The client broke off. */
        CLIENT_GONE,
        /** The server broke off. */
        SERVER_GONE
    }

    private record Side(Inlet in, Outlet out, Wire wire, End gone) {}

    private final Side client;
    private final Side server;
    private final Duration idle;
    private volatile End end = End.FINISHED;

    /** A tunnel that ends when it is idle for this long. */
    Tunnel(Client client, UpstreamConnection server, Duration idle) {
        this.client = new Side(client.in(), client.out(), client.wire(), End.CLIENT_GONE);
        this.server = new Side(server.in(), server.out(), server.wire(), End.SERVER_GONE);
        this.idle = idle;
    }

    /** Passes on, beginning with what has come already, until it ends; the connections can carry nothing after it. */
    End run() {
        var there = Thread.ofVirtual().name("tunnel").start(() -> pass(client, server));
        pass(server, client);
        try {
            there.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return end;
    }

    private void pass(Side from, Side to) {
        try {
            do {
                stir();
                to.out.put(from.in.bytes(), from.in.from(), from.in.available());
                from.in.skip(from.in.available());
                to.out.flush();
            } while (from.in.fill());
            to.wire.finish();
        } catch (Outlet.Blocked _) {
            breakOff(to.gone);
        } catch (SocketTimeoutException _) {
            breakOff(End.IDLE);
        } catch (IOException _) {
            breakOff(from.gone);
        }
    }

    /** Whatever goes one way keeps the other way open, too. */
    private void stir() {
        client.wire.readWithin(idle);
        server.wire.readWithin(idle);
    }

    private synchronized void breakOff(End how) {
        if (end != End.FINISHED) {
            return;
        }
        end = how;
        if (how == End.IDLE) {
            client.wire.close();
            server.wire.close();
        } else {
            client.wire.cut();
            server.wire.cut();
        }
    }
}
