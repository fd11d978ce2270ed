package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.config.proxy.Export;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.SendablePath;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;
import ringside.world.Checks;

/** Writes a whole file: one {@code backend} for each pool, one {@code frontend} for each place that takes requests. */
final class SetupWriter {
    private static final List<String> HEAD = List.of(
            "global",
            "    maxconn 4000",
            "",
            "defaults",
            "    mode http",
            "    timeout connect 5s",
            "    timeout client 60s",
            "    timeout server 60s");

    private final Told told = new Told();
    private final Map<String, String> backends = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>(HEAD);

    private SetupWriter(ProxySetup setup) {
        var names = new Names();
        setup.upstreams().forEach(u -> backends.computeIfAbsent(u.name(), names::near));
    }

    static Export write(ProxySetup setup) {
        var writer = new SetupWriter(setup);
        FrontendLines.of(setup.listeners(), writer.backends, writer.told).forEach(writer::section);
        setup.upstreams().forEach(u -> writer.section(writer.backend(u)));
        return new Export(String.join("\n", writer.lines) + "\n", writer.told.all());
    }

    private void section(List<String> section) {
        lines.add("");
        lines.add(section.getFirst());
        section.stream().skip(1).forEach(line -> lines.add("    " + line));
    }

    private List<String> backend(Upstream upstream) {
        var name = backends.getOrDefault(upstream.name(), "pool");
        if (!name.equals(upstream.name())) {
            told.that("HAProxy has no backend called " + upstream.name() + "; it is called " + name);
        }
        var section = new ArrayList<String>();
        section.add("backend " + name);
        section.addAll(new BalanceLines(upstream, told).lines());
        section.addAll(RetryLines.of(upstream, told));
        section.addAll(checks(upstream));
        section.addAll(ServerLine.all(upstream, told));
        return section;
    }

    private static List<String> checks(Upstream upstream) {
        var checks = upstream.checks();
        var lines = new ArrayList<String>();
        if (checks.kind() == Checks.Kind.HTTP) {
            lines.add("option httpchk GET " + Escaped.word(SendablePath.of(checks.path())));
        }
        if (checks.kind() != Checks.Kind.NONE) {
            lines.add("timeout check " + Times.of(checks.timeout()));
        }
        return lines;
    }
}
