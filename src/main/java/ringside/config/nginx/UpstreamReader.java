package ringside.config.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.engine.KeyRule;
import ringside.engine.PolicyChoice;
import ringside.engine.nginx.NextUpstream;
import ringside.world.Checks;

/** Turns an {@code upstream} block into a pool. */
final class UpstreamReader {
    private static final int MOST_SERVERS = 10_000;
    private static final int HTTP_PORT = 80;

    private final Directive block;
    private final Grammar grammar;
    private final Notes notes;
    private final String name;
    private final ServerNames names = new ServerNames();
    private final Once once = new Once();
    private final List<UpstreamServer> servers = new ArrayList<>();
    private Method method = Method.ROUND_ROBIN;
    private Optional<Word> named = Optional.empty();
    private Optional<Word> backup = Optional.empty();

    private UpstreamReader(Directive block, Grammar grammar, Notes notes) {
        this.block = block;
        this.grammar = grammar;
        this.notes = notes;
        this.name = block.argument(0).text();
    }

    /**
     * Reads a block.
     *
     * @param grammar which directives may stand in it
     * @throws BadInput when nginx would not take it, or it means what Ringside cannot do
     */
    static Upstream read(Directive block, Grammar grammar, Notes notes) {
        return new UpstreamReader(block, grammar, notes).upstream();
    }

    private Upstream upstream() {
        block.inside().forEach(this::read);
        if (servers.isEmpty()) {
            throw block.wrong("has no servers; add a line such as server 127.0.0.1:8081;");
        }
        if (servers.stream().allMatch(s -> s.member().terms().backup())) {
            throw block.wrong("has backups only; take backup from one of its servers");
        }
        refuseBackup();
        return new Upstream(name, method.policy(), method.key(), servers, NextUpstream.STANDARD, Checks.none());
    }

    private void read(Directive directive) {
        if (!grammar.has(directive)) {
            other(directive);
            return;
        }
        switch (directive.is()) {
            case "server" -> server(directive);
            case "least_conn" -> method(directive, Method.of("nginx/least-conn", true));
            case "ip_hash" -> method(directive, Method.of("nginx/ip-hash", false));
            case "random" -> method(directive, random(directive));
            case "hash" -> method(directive, hash(directive));
            case "keepalive" -> {
                once.say(directive.name(), directive.is());
                Numbers.whole(
                        directive.argument(0),
                        "number of connections",
                        directive.argument(0).text(),
                        1,
                        Integer.MAX_VALUE);
                notes.ignored(directive);
            }
            case "zone" -> {
                once.say(directive.name(), directive.is());
                notes.add(directive.name(), "is not needed: one balancer remembers everything here");
            }
            default -> notes.ignored(directive);
        }
    }

    private void other(Directive directive) {
        switch (directive.is()) {
            case "sticky" ->
                notes.add(directive.name(), "is not taken over: every request is taken for its session's first");
            case "least_time" ->
                notes.refused(
                        name,
                        directive.name(),
                        "is a method of nginx's commercial version that cannot be played here; write least_conn"
                                + " instead");
            case "resolver", "resolver_timeout", "state", "queue", "ntlm" -> notes.ignored(directive);
            default -> throw grammar.unknown(directive);
        }
    }

    private void server(Directive line) {
        if (servers.size() == MOST_SERVERS) {
            throw line.wrong("is one server too many; an upstream may have " + MOST_SERVERS);
        }
        backup = backup.or(() -> ServerLine.backup(line));
        refuseBackup();
        var server = ServerLine.read(line, grammar == Grammar.UPSTREAM ? HTTP_PORT : 0, notes, names);
        server.address()
                .filter(Endpoint::lacksPort)
                .ifPresent(a ->
                        notes.refused(name, line.argument(0), "has no port behind its colon; write " + a + "8081"));
        servers.add(server);
    }

    /** A method that knows no backups: nginx says so if its line comes first, and else quietly forgets them. */
    private void refuseBackup() {
        if (!method.backups() && backup.isPresent()) {
            throw backup.get()
                    .wrong("does not go with " + named.map(Word::toString).orElse("this method")
                            + "; take it away, or write least_conn instead");
        }
    }

    private void method(Directive directive, Method other) {
        if (named.isPresent()) {
            notes.add(directive.name(), "takes the place of " + named.get() + ", as in nginx: the last method counts");
        }
        named = Optional.of(directive.name());
        method = other;
    }

    private Method random(Directive directive) {
        var words = directive.arguments();
        for (int i = 0; i < words.size(); i++) {
            var known = i == 0 ? "two" : "least_conn";
            if (!words.get(i).text().equals(known)) {
                throw words.get(i).wrong("does not go with random; write random; or random two least_conn;");
            }
        }
        return Method.of(words.isEmpty() ? "nginx/random" : "nginx/random-two", false);
    }

    private Method hash(Directive directive) {
        var words = directive.arguments();
        if (words.size() == 2 && !words.get(1).text().equals("consistent")) {
            throw words.get(1).wrong("does not go with hash; write hash KEY; or hash KEY consistent;");
        }
        var key = words.getFirst();
        Variables.check(key);
        if (key.text().isEmpty()) {
            notes.add(key, "is an empty key, for which nginx takes turns");
            return Method.of("nginx/round-robin", false);
        }
        return new Method(PolicyChoice.of(words.size() == 2 ? "nginx/hash-consistent" : "nginx/hash"), key(key), false);
    }

    private KeyRule key(Word written) {
        try {
            return new KeyRule(written.text());
        } catch (IllegalArgumentException e) {
            notes.refused(name, written, "cannot be hashed: " + e.getMessage());
            return KeyRule.STANDARD;
        }
    }
}
