package ringside.config.nginx;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ringside.config.Printable;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.Standing;
import ringside.world.Checks;

/** Tells what of a pool nginx has no words for. */
final class Losses {
    private static final int NAMED = 5;

    private final Upstream upstream;
    private final Wording method;
    private final Page page;

    private Losses(Upstream upstream, Wording method, Page page) {
        this.upstream = upstream;
        this.method = method;
        this.page = page;
    }

    /** Notes all of it on the page, one sentence each. */
    static void tell(Upstream upstream, Wording method, Page page) {
        var losses = new Losses(upstream, method, page);
        losses.ofThePolicy();
        losses.ofItsServers();
        losses.ofTheirHealth();
    }

    private void ofThePolicy() {
        if (!method.exact()) {
            note("nginx has no " + upstream.policy() + "; " + method.name() + " is the nearest");
        }
        if (Wording.takesStandardKey(upstream.policy(), upstream.key())) {
            note("nginx hashes $arg_key as it is written, and takes turns where there is none");
        }
        if (upstream.policy().id().equals("nginx/hash-consistent")) {
            tell(
                    "nginx goes by addresses on its ring, and keys find other servers there than by names",
                    s -> UpstreamWriter.isAddress(s.address().orElse("")) && !UpstreamWriter.isNamedByAddress(s));
        }
    }

    private void ofItsServers() {
        boolean onlyBackups = UpstreamWriter.onlyBackups(upstream);
        if (upstream.servers().isEmpty()) {
            note("nginx takes no pool without servers; one that is down stands in");
        }
        if (onlyBackups) {
            note("nginx wants a server that is no backup; none is written as one");
        } else if (!method.backups()) {
            tell(
                    "nginx has no backups with " + method.name() + ", and it is written as down",
                    s -> s.member().terms().backup());
        }
        tell(
                "nginx has no way to drain a server, and it is written as down",
                s -> s.member().standing() == Standing.DRAINING);
        tell(
                "nginx has no weight of 0, and the server is written as down",
                s -> s.member().weight() == 0);
        tell("nginx gives servers no numbers", s -> s.member().terms().number().isPresent());
        tell(
                "nginx has servers by address; one on this machine stands in",
                s -> !UpstreamWriter.isAddress(s.address().orElse("")));
    }

    private void ofTheirHealth() {
        tell(
                "nginx has no slow start, except in its commercial version",
                s -> !s.member().terms().slowStart().isZero());
        tell(
                "nginx has fail_timeout in whole seconds, and it is rounded up",
                s -> !isWhole(s.member().terms().failTimeout()));
        if (upstream.checks().kind() != Checks.Kind.NONE
                || upstream.servers().stream().anyMatch(s -> !s.watch().equals(Watch.NONE))) {
            note("nginx has no health checks, except in its commercial version: it learns from failures alone");
        }
    }

    private static boolean isWhole(Duration time) {
        return Duration.ofSeconds(UpstreamWriter.seconds(time)).equals(time);
    }

    private void tell(String what, Predicate<UpstreamServer> which) {
        List<UpstreamServer> servers = upstream.servers().stream().filter(which).toList();
        if (!servers.isEmpty()) {
            var names = servers.stream()
                    .limit(NAMED)
                    .map(s -> Printable.brief(s.member().id().name()))
                    .collect(Collectors.joining(", "));
            note(what + ": " + names + (servers.size() > NAMED ? " and " + (servers.size() - NAMED) + " more" : ""));
        }
    }

    private void note(String what) {
        page.note(Printable.brief(upstream.name()) + ": " + what);
    }
}
