package ringside.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import ringside.world.Happening;
import ringside.world.Happening.Leg;

/** One client's connection, from accept to close: made secret if it has to be, and handed to whoever serves it. */
final class Reception implements Runnable {
    private static final String NOT_TLS = "this port speaks TLS: ask for https://";

    /** Serves a connection until it can carry nothing more. */
    @FunctionalInterface
    interface Host {
        void serve(Wire wire) throws IOException;
    }

    private final Site site;
    private final Setting setting;
    private final SocketChannel channel;
    private final boolean encrypted;
    private final Host host;

    Reception(Site site, Setting setting, SocketChannel channel, boolean encrypted, Host host) {
        this.site = site;
        this.setting = setting;
        this.channel = channel;
        this.encrypted = encrypted;
        this.host = host;
    }

    @Override
    public void run() {
        setting.meters().accepted.increment();
        var stopwatch = setting.labour().taking();
        try (var wire = Wire.over(channel, setting.watchdog())) {
            wire.on(Leg.CLIENT, setting.taps().on(Leg.CLIENT));
            wire.time(stopwatch);
            var peer = Loopback.text(wire.peer());
            setting.tell(new Happening.Opened(Leg.CLIENT, peer));
            boolean secret = encrypted || setting.encryption().atServers();
            try {
                if (!encrypted || agreed(wire, peer)) {
                    host.serve(wire);
                }
                if (wire.secure()) {
                    wire.finish();
                }
            } finally {
                setting.tell(new Happening.Closed(Leg.CLIENT, peer, secret, wire.received(), wire.sent()));
            }
        } catch (IOException _) {
            // the client is gone: there is nobody left to tell
        } finally {
            setting.meters().closed.increment();
        }
    }

    private boolean agreed(Wire wire, String peer) throws IOException {
        try {
            var limits = setting.limits();
            var done = wire.encrypt(setting.encryption().serving(), limits.head());
            setting.tell(new Happening.Secured(
                    Leg.CLIENT,
                    peer,
                    done.protocol(),
                    done.cipher(),
                    done.resumed(),
                    done.tookNanos(),
                    done.workNanos()));
            return true;
        } catch (Tls.Plain _) {
            refuse(wire);
            return false;
        }
    }

    /** Somebody speaks plain HTTP here, as happens when the scheme was left out. */
    private void refuse(Wire wire) throws IOException {
        var client = new Client(wire, setting.limits());
        var page = new Page(400, NOT_TLS, true, false, false);
        ResponseWriter.writePage(page, site.nextRequest(), Optional.empty(), client.out());
        client.linger();
    }
}
