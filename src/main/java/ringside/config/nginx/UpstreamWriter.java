package ringside.config.nginx;

import java.time.Duration;
import java.util.Optional;
import ringside.config.Printable;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.engine.Member;
import ringside.engine.Standing;
import ringside.engine.Terms;

/** Writes a pool as an {@code upstream} block. */
final class UpstreamWriter {
    private static final int DEFAULT_PORT = 80;
    private static final int FIRST_FREE = 8081;

    private final Upstream upstream;
    private final Page page;
    private final Wording method;
    private final boolean onlyBackups;
    private final ServerNames names = new ServerNames();
    private int stand = FIRST_FREE;

    private UpstreamWriter(Upstream upstream, Page page) {
        this.upstream = upstream;
        this.page = page;
        this.method = Wording.of(upstream.policy(), upstream.key());
        this.onlyBackups = onlyBackups(upstream);
    }

    /** Writes a pool under a name that needs no quotes. */
    static void write(Upstream upstream, String name, Page page) {
        new UpstreamWriter(upstream, page).write(name);
    }

    private void write(String name) {
        page.open("upstream " + name);
        if (!method.line().isEmpty()) {
            page.line(method.line());
        }
        upstream.servers().forEach(s -> page.line(line(s)));
        if (upstream.servers().isEmpty()) {
            page.line("server " + standIn() + " down;");
        }
        page.close();
        Losses.tell(upstream, method, page);
    }

    private String line(UpstreamServer server) {
        var member = server.member();
        var address = spelling(server);
        var line = new StringBuilder("server ").append(Page.word(address));
        line.append(option("weight", Math.max(1, member.weight()), 1));
        line.append(option("max_fails", member.terms().maxFails(), Terms.STANDARD.maxFails()));
        var timeout = seconds(member.terms().failTimeout());
        line.append(option("fail_timeout", timeout, Terms.STANDARD.failTimeout().toSeconds()));
        line.append(option("max_conns", member.terms().maxConnections(), 0));
        boolean backup = member.terms().backup() && !onlyBackups;
        line.append(backup && method.backups() ? " backup" : "");
        line.append(isDown(member) || (backup && !method.backups()) ? " down" : "")
                .append(';');
        if (!names.idOf(address).equals(member.id())) {
            line.append(" # ").append(Printable.line(member.id().name()));
        }
        return line.toString();
    }

    private static String option(String name, long value, long usual) {
        return value == usual ? "" : " " + name + "=" + value;
    }

    /** Whether a pool has servers, and all of them are backups. */
    static boolean onlyBackups(Upstream upstream) {
        return !upstream.servers().isEmpty()
                && upstream.servers().stream().allMatch(s -> s.member().terms().backup());
    }

    /** Whole seconds, as nginx has them here, rounded up. */
    static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }

    private static boolean isDown(Member member) {
        return member.standing() != Standing.UP || member.weight() == 0;
    }

    /** The server's address: as it was written if nginx reads the same in that. */
    private String spelling(UpstreamServer server) {
        return isNamedByAddress(server)
                ? server.member().written()
                : server.address().filter(UpstreamWriter::isAddress).orElseGet(this::standIn);
    }

    /** Whether nginx reads a server's address in its name. */
    static boolean isNamedByAddress(UpstreamServer server) {
        return server.address().isPresent()
                && Endpoint.valid(server.member().written(), DEFAULT_PORT).equals(server.address());
    }

    /** Whether nginx takes this for an address. */
    static boolean isAddress(String text) {
        return Endpoint.valid(text, DEFAULT_PORT).isPresent();
    }

    /** An address on this machine that no other server of the pool has. */
    private String standIn() {
        String address;
        do {
            address = "127.0.0.1:" + stand++;
        } while (isTaken(address));
        return address;
    }

    private boolean isTaken(String address) {
        return upstream.servers().stream().anyMatch(s -> s.address().equals(Optional.of(address)));
    }
}
