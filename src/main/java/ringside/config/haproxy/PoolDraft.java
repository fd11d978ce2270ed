package ringside.config.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.engine.KeyRule;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.haproxy.Numbers;
import ringside.engine.haproxy.Redispatch;
import ringside.world.Checks;

/** The servers of a proxy as they are read. */
final class PoolDraft {
    /** The most servers of a pool. */
    static final int MOST = 10_000;

    private static final int LONGEST_NAME = 64;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final List<UpstreamServer> servers = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<Integer, Integer> linesOfNumbers = new HashMap<>();
    private final Notes notes;

    PoolDraft(Notes notes) {
        this.notes = notes;
    }

    /** How many servers there are so far. */
    int size() {
        return servers.size();
    }

    /** {@code server}. */
    void server(Args args, Settings settings) {
        var name = named(args.next("a name and an address"));
        var server = settings.server().copy();
        var word = args.next("an address, such as 127.0.0.1:8081");
        var address = address(word);
        ServerWords.read(args, server, settings);
        add(name, word, address, server);
    }

    /** {@code server-template}: servers whose names are a prefix and a number. */
    void template(Args args, Settings settings) {
        var prefix = named(args.next("a prefix, a number and an address"));
        var range = args.next("a number of servers, such as 3 or 1-3");
        var bounds = bounds(range);
        var server = settings.server().copy();
        var word = args.next("an address, such as 127.0.0.1:8081");
        var address = address(word);
        ServerWords.read(args, server, settings);
        for (int number = bounds[0]; number <= bounds[1]; number++) {
            add(named(new Word(prefix.text() + number, prefix.place(), false)), word, address, server);
            server.number = OptionalInt.empty();
        }
    }

    private static int[] bounds(Word range) {
        if (range.text().matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
            var parts = range.text().split("-", 2);
            int last = Integer.parseInt(parts[parts.length - 1]);
            int first = parts.length == 1 ? Math.min(1, last) : Integer.parseInt(parts[0]);
            if (last > 0 && first <= last && last - first < MOST) {
                return new int[] {first, last};
            }
        }
        throw range.wrong("is no number of servers; write one up to " + MOST + ", or a first and a last such as 1-3");
    }

    private static Word named(Word name) {
        if (!Names.fit(name.text())) {
            throw name.wrong("is no name for a server; write " + Names.RULE);
        }
        if (name.text().length() > LONGEST_NAME) {
            throw name.wrong("is too long; a server's name has at most " + LONGEST_NAME + " characters here");
        }
        return name;
    }

    private Optional<String> address(Word word) {
        var endpoint = Endpoint.of(word, word.text());
        if (endpoint.isEmpty()) {
            notes.add(word, word.shown() + " is no Internet address; the server is known by its name alone");
            return Optional.empty();
        }
        if (!endpoint.get().fixed()) {
            notes.add(word, word.shown() + " has no port of its own; the server is known by its name alone");
            return Optional.empty();
        }
        endpoint.get().number(endpoint.get().port());
        if (endpoint.get().host().isEmpty()) {
            notes.add(
                    word, word.shown() + " is wherever the client wanted to go; the server is known by its name alone");
            return Optional.empty();
        }
        return Optional.of(endpoint.get().text());
    }

    private void add(Word name, Word address, Optional<String> at, ServerDraft server) {
        if (servers.size() == MOST) {
            throw name.wrong("is one server too many; a pool has at most " + MOST);
        }
        int line = name.place().line();
        var before = Optional.ofNullable(lines.putIfAbsent(name.text(), line));
        if (before.isPresent()) {
            throw name.wrong("is the name of a server on line " + before.get() + " already; give it another");
        }
        if (server.number.isPresent()) {
            var same = Optional.ofNullable(linesOfNumbers.putIfAbsent(server.number.getAsInt(), line));
            if (same.isPresent()) {
                throw server.numberWord
                        .orElse(name)
                        .wrong("is the id of a server on line " + same.get() + " already; give it another");
            }
        }
        checkPorts(name, address, server);
        servers.add(new UpstreamServer(server.member(new ServerId(name.text())), at, server.watch()));
    }

    private void checkPorts(Word name, Word address, ServerDraft server) {
        boolean anywhere = Endpoint.of(address, address.text()).stream().anyMatch(e -> !e.fixed());
        if (server.checked && anywhere && !server.checkPort) {
            throw address.wrong("has no port that could be checked; write host:port, or `port` and a number");
        }
        if (server.agent && !server.agentPort) {
            throw name.wrong("has an `agent-check` and no port for it; add `agent-port` and a number");
        }
        if (server.observed.isPresent() && !server.checked) {
            notes.add(name, name.shown() + " is not checked, so that `observe` does nothing; add `check`");
        }
    }

    /** The pool with the settings as they are at the end of the section. */
    Upstream upstream(Word name, Settings settings) {
        var policy = Balance.policy(settings, notes);
        var retries = Redispatch.standard(policy.id(), settings.connectTimeout.orElse(Times.LONGEST))
                .trying(settings.retries, elsewhere(name, settings));
        return new Upstream(name.text(), policy, KeyRule.STANDARD, numbered(), retries, checks(name, settings));
    }

    /*
     * A retry goes elsewhere when its number is a multiple of that of all attempts less so many. HAProxy does not look at
     * its sign, and divides by zero when there is nothing left.
     */
    private int elsewhere(Word name, Settings settings) {
        if (settings.retries == 0 || settings.redispatch >= -settings.retries) {
            return settings.retries == 0 ? 0 : settings.redispatch;
        }
        int beyond = -settings.redispatch - settings.retries - 1;
        if (beyond == 0) {
            notes.add(
                    name,
                    "`option redispatch " + settings.redispatch + "` means nothing with " + settings.retries
                            + " retries; no retry goes elsewhere");
        }
        return beyond;
    }

    private List<UpstreamServer> numbered() {
        var numbers =
                Numbers.of(Pool.of(servers.stream().map(UpstreamServer::member).toList()));
        return IntStream.range(0, numbers.length)
                .mapToObj(place -> numbered(servers.get(place), numbers[place]))
                .toList();
    }

    private static UpstreamServer numbered(UpstreamServer server, int number) {
        var member = server.member();
        return new UpstreamServer(member.with(member.terms().numbered(number)), server.address(), server.watch());
    }

    /** What a check is, in the words of the first server that is checked. */
    private Checks checks(Word name, Settings settings) {
        var path = settings.checkPath;
        var first = servers.stream().flatMap(s -> s.watch().checks().stream()).findFirst();
        if (first.isEmpty()) {
            var none = Checks.none();
            return new Checks(none.kind(), path, none.every(), none.timeout(), none.rise(), none.fall());
        }
        var checking = first.get();
        var every = clamped(checking.inter());
        var timeout = settings.checkTimeout.orElse(checking.inter());
        if (!every.equals(checking.inter()) || timeout.compareTo(LONGEST_PAUSE) > 0) {
            notes.add(name, "times between checks and their timeouts are 10ms to 1h where servers are simulated");
        }
        return new Checks(
                settings.check, path, every, shorter(timeout, LONGEST_PAUSE), checking.rise(), checking.fall());
    }

    private static Duration clamped(Duration time) {
        return time.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : shorter(time, LONGEST_PAUSE);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
