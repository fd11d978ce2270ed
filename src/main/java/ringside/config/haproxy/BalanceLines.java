package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.config.proxy.Hashed;
import ringside.config.proxy.Spread;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;

/** Writes how a server is chosen: the policy itself where it is HAProxy's, and the nearest one where it is not. */
final class BalanceLines {
    private static final String OURS = "haproxy/";

    private final Upstream upstream;
    private final Map<String, String> options;
    private final Told told;

    BalanceLines(Upstream upstream, Told told) {
        this.upstream = upstream;
        this.options = upstream.policy().options();
        this.told = told;
    }

    /** The lines. */
    List<String> lines() {
        var id = upstream.policy().id();
        var lines = new ArrayList<String>();
        if (id.startsWith(OURS)) {
            own(id.substring(OURS.length()), lines);
        } else {
            nearest(lines);
            told.that(id + " is written as `" + lines.getFirst()
                    + "`, the nearest that HAProxy has; which server a single" + " request goes to may differ");
        }
        if (allBackups()) {
            lines.add("option allbackups");
        }
        return lines;
    }

    /** Other programs let all backups share, and have no word for it. */
    private boolean allBackups() {
        if (upstream.policy().id().startsWith(OURS)) {
            return option("allbackups").equals("on");
        }
        return upstream.servers().stream()
                        .filter(s -> s.member().terms().backup())
                        .count()
                > 1;
    }

    private void own(String name, List<String> lines) {
        switch (name) {
            case "random" -> {
                lines.add("balance random" + (option("draws").isEmpty() ? "" : "(" + option("draws") + ")"));
                bound(option("hash-balance-factor"), lines);
            }
            case "source", "uri", "hdr", "url_param" -> {
                lines.add("balance " + hash(name));
                hashType(lines);
                bound(option("hash-balance-factor"), lines);
            }
            default -> lines.add("balance " + name);
        }
    }

    private String hash(String name) {
        return switch (name) {
            case "source" -> "source";
            case "uri" -> "uri" + (option("whole").equals("on") ? " whole" : "") + counted("len") + counted("depth");
            case "hdr" -> option("header").isEmpty() ? byKey() : by(new Hashed.Header(option("header")));
            default -> option("parameter").isEmpty() ? byKey() : by(new Hashed.Parameter(option("parameter")));
        };
    }

    private String counted(String option) {
        return option(option).isEmpty() || option(option).equals("0") ? "" : " " + option + " " + option(option);
    }

    private void hashType(List<String> lines) {
        boolean consistent = option("hash-type").equals("consistent");
        boolean avalanche = option("avalanche").equals("on");
        var function = option("function").equals("standard") ? "" : option("function");
        if (avalanche && function.isEmpty()) {
            function = "sdbm";
        }
        if (consistent || !function.isEmpty()) {
            lines.add("hash-type " + (consistent ? "consistent" : "map-based")
                    + (function.isEmpty() ? "" : " " + function)
                    + (avalanche ? " avalanche" : ""));
        }
    }

    private static void bound(String factor, List<String> lines) {
        if (!factor.isEmpty() && !factor.equals("0")) {
            lines.add("hash-balance-factor " + factor);
        }
    }

    private void nearest(List<String> lines) {
        switch (Spread.of(upstream)) {
            case Spread.Turns() -> lines.add("balance roundrobin");
            case Spread.LeastBusy() -> lines.add("balance leastconn");
            case Spread.Filled() -> lines.add("balance first");
            case Spread.Drawn(int draws) -> lines.add("balance random(" + draws + ")");
            case Spread.Hash(var what, var table, int bound) -> {
                lines.add("balance " + by(what));
                if (table != Spread.Table.REMAINDER) {
                    lines.add("hash-type consistent");
                    bound(bound > 100 ? Integer.toString(bound) : "", lines);
                }
            }
        }
    }

    /** For a policy that hashes a request's key, which HAProxy knows only as one thing of a request. */
    private String byKey() {
        return by(Hashed.of(upstream.key()).orElse(new Hashed.Target(true)));
    }

    private String by(Hashed what) {
        return switch (what) {
            case Hashed.Parameter(var name) -> "url_param " + Escaped.word(name);
            case Hashed.Header header -> "hdr(" + name(header) + ")";
            case Hashed.Client() -> "source";
            case Hashed.Target(boolean whole) -> whole ? "uri whole" : "uri";
            case Hashed.Cookie(var name) -> {
                told.that("the cookie " + name + " cannot be hashed alone; the whole header with all cookies is");
                yield "hdr(cookie)";
            }
        };
    }

    /** A header's name, which cannot have a parenthesis in it. */
    private String name(Hashed.Header header) {
        if (!header.fit().equals(header)) {
            told.that("a header cannot be called " + header.name() + "; "
                    + header.fit().name() + " is written");
        }
        return Escaped.word(header.fit().name());
    }

    private String option(String name) {
        return options.getOrDefault(name, "");
    }
}
