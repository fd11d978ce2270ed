package ringside.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLException;
import ringside.world.Checks;

/** Checks one server again and again, by a monotonic clock, until it is closed. */
final class Prober implements AutoCloseable {
    /** One check that has ended: whether well, what came back, and how long it took. */
    record Check(Prober by, boolean passed, String told, long tookNanos) {}

    /** Hears of the checks. */
    interface Report {
        /** A check sets out. */
        void sent();

        /** A check has ended. */
        void ended(Check check);
    }

    private record Verdict(boolean passed, String told) {}

    private final InetSocketAddress address;
    private final Checks checks;
    private final Watchdog watchdog;
    private final Encryption encryption;
    private final Report report;
    private final Thread thread;
    private volatile boolean closed;

    /** Begins to check after a while; checks that end when this is closed are not told. */
    Prober(InetSocketAddress address, Checks checks, Duration after, Setting setting, Report report) {
        this.address = address;
        this.checks = checks;
        this.watchdog = setting.watchdog();
        this.encryption = setting.encryption();
        this.report = report;
        this.thread = Thread.ofVirtual().name("checks of " + address).unstarted(() -> checkOnAndOn(after.toNanos()));
        thread.start();
    }

    private void checkOnAndOn(long firstNanos) {
        long next = System.nanoTime() + firstNanos;
        while (await(next)) {
            report.sent();
            long began = System.nanoTime();
            var verdict = check();
            long took = System.nanoTime() - began;
            if (!closed) {
                verdict.ifPresent(v -> report.ended(new Check(this, v.passed(), v.told(), took)));
            }
            // a check that was missed, because the last one was slow or the program stood still, is not made up for
            next = Math.max(next + checks.every().toNanos(), System.nanoTime());
        }
    }

    private boolean await(long moment) {
        for (long left = moment - System.nanoTime(); left > 0 && !closed; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        return !closed;
    }

    /** Checks once; a check that this program has no socket for says nothing. */
    private Optional<Verdict> check() {
        try {
            return Optional.of(connectAndAsk());
        } catch (Descriptors.Exhausted _) {
            return Optional.empty();
        }
    }

    private Verdict connectAndAsk() throws Descriptors.Exhausted {
        try (var wire = Wire.to(address, checks.timeout(), watchdog)) {
            if (checks.kind() == Checks.Kind.HTTP && encryption.atServers()) {
                wire.encrypt(encryption.checking("localhost", address.getPort()), checks.timeout());
            }
            return checks.kind() == Checks.Kind.TCP ? new Verdict(true, "connected") : ask(wire);
        } catch (Descriptors.Exhausted e) {
            throw e;
        } catch (ConnectException _) {
            return new Verdict(false, "connection refused");
        } catch (SSLException _) {
            return new Verdict(false, "no TLS");
        } catch (SocketTimeoutException _) {
            return new Verdict(false, "no answer");
        } catch (BadMessage _) {
            return new Verdict(false, "an answer that is not HTTP");
        } catch (IOException _) {
            return new Verdict(false, "closed without an answer");
        }
    }

    private Verdict ask(Wire wire) throws IOException, BadMessage {
        var limits = Limits.usual();
        var out = new Outlet(wire, checks.timeout());
        var in = new Inlet(wire);
        var head = new ResponseHead(limits);
        wire.readWithin(checks.timeout());
        out.put("GET " + checks.path() + " HTTP/1.1\r\nHost: " + Loopback.text(address)
                + "\r\nUser-Agent: ringside-check\r\nConnection: close\r\n\r\n");
        out.flush();
        head.reset();
        while (!head.parse(in.bytes(), in.to(), false)) {
            if (!in.fill()) {
                return new Verdict(false, "closed without an answer");
            }
        }
        return new Verdict(head.status() >= 200 && head.status() < 400, String.valueOf(head.status()));
    }

    /** Checks no more; a check that is under way is not reported. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
