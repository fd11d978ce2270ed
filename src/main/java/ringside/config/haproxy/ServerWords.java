package ringside.config.haproxy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.engine.haproxy.Observing;

/** The words of a {@code server} line after its address, which {@code default-server} has too. */
final class ServerWords {
    private static final int HEAVIEST = 256;
    private static final int MOST_IN_A_ROW = 100;

    private static final Set<String> TAKEN = Set.of(
            "agent-check",
            "agent-port",
            "backup",
            "check",
            "disabled",
            "downinter",
            "enabled",
            "error-limit",
            "fall",
            "fastinter",
            "id",
            "inter",
            "maxconn",
            "no-agent-check",
            "no-backup",
            "no-check",
            "observe",
            "on-error",
            "port",
            "rise",
            "slowstart",
            "weight");

    /** Words that stand alone, and those that are followed by one more. */
    private static final Map<String, Integer> LEFT = Stream.concat(
                    Stream.of("allow-0rtt check-send-proxy check-ssl check-via-socks4 force-sslv3 force-tlsv10"
                                    + " force-tlsv11 force-tlsv12 force-tlsv13 no-check-send-proxy no-check-ssl"
                                    + " no-send-proxy no-send-proxy-v2 no-send-proxy-v2-ssl"
                                    + " no-send-proxy-v2-ssl-cn no-ssl no-ssl-reuse no-sslv3 no-tfo no-tls-tickets"
                                    + " no-tlsv10 no-tlsv11 no-tlsv12 no-tlsv13 non-stick send-proxy send-proxy-v2"
                                    + " send-proxy-v2-ssl send-proxy-v2-ssl-cn ssl ssl-reuse stick tfo"
                                    + " tls-tickets")
                            .flatMap(words -> Stream.of(words.split(" ")))
                            .map(word -> Map.entry(word, 0)),
                    Stream.of("addr agent-addr agent-inter agent-send alpn ca-file check-alpn check-proto"
                                    + " check-sni ciphers ciphersuites cookie crl-file crt init-addr log-proto"
                                    + " max-reuse maxqueue minconn namespace npn on-marked-down on-marked-up"
                                    + " pool-low-conn pool-max-conn pool-purge-delay proto proxy-v2-options redir"
                                    + " resolve-net resolve-opts resolve-prefer resolvers sni socks4 source"
                                    + " ssl-max-ver ssl-min-ver tcp-ut track verify verifyhost ws")
                            .flatMap(words -> Stream.of(words.split(" ")))
                            .map(word -> Map.entry(word, 1)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Args args;
    private final ServerDraft server;
    private final Settings settings;

    private ServerWords(Args args, ServerDraft server, Settings settings) {
        this.args = args;
        this.server = server;
        this.settings = settings;
    }

    /** Adds to a server what the words that are left say of it. */
    static void read(Args args, ServerDraft server, Settings settings) {
        var words = new ServerWords(args, server, settings);
        while (!args.done()) {
            words.read(args.next("a keyword"));
        }
        args.finish();
    }

    private void read(Word word) {
        var left = LEFT.get(word.text());
        if (TAKEN.contains(word.text())) {
            take(word);
        } else if (left == null) {
            throw Args.unknown(word, "word for a server", known());
        } else {
            leave(word, left);
        }
    }

    private static Collection<String> known() {
        var known = new TreeSet<>(TAKEN);
        known.addAll(LEFT.keySet());
        return known;
    }

    private void leave(Word word, int values) {
        args.notes().leaves(word);
        switch (word.text()) {
            case "addr" -> {
                var address = args.next("an address");
                server.checkPort |=
                        Endpoint.of(address, address.text()).stream().anyMatch(Endpoint::fixed);
            }
            case "agent-inter" -> positive();
            case "source" -> {
                args.value("an address");
                while (args.took("usesrc") || args.took("interface")) {
                    args.value("a value");
                }
            }
            default -> {
                if (values > 0) {
                    args.value("a value");
                }
            }
        }
    }

    private void take(Word word) {
        switch (word.text()) {
            case "weight" -> server.weight = args.whole("a weight", 0, HEAVIEST);
            case "id" -> {
                server.number = OptionalInt.of(args.whole("an id", 1, Integer.MAX_VALUE));
                server.numberWord = Optional.of(args.last());
            }
            case "backup" -> server.backup = true;
            case "no-backup" -> server.backup = false;
            case "disabled" -> server.disabled = true;
            case "enabled" -> server.disabled = false;
            case "maxconn" -> server.most = args.whole("a number of connections", 0, Integer.MAX_VALUE);
            case "slowstart" -> server.slowStart = args.time();
            default -> takeHealth(word);
        }
    }

    private void takeHealth(Word word) {
        switch (word.text()) {
            case "check" -> server.checked = true;
            case "no-check" -> server.checked = false;
            case "port" -> server.checkPort = port(word) > 0;
            case "inter" -> server.inter = positive();
            case "fastinter" -> server.fastInter = Optional.of(positive());
            case "downinter" -> server.downInter = Optional.of(positive());
            case "rise" -> server.rise = args.wholeUpTo("a number of checks", 1, MOST_IN_A_ROW);
            case "fall" -> server.fall = args.wholeUpTo("a number of checks", 1, MOST_IN_A_ROW);
            case "observe" -> observe();
            case "error-limit" -> server.errorLimit = args.whole("a number of errors", 1, Integer.MAX_VALUE);
            case "on-error" -> server.onError = onError();
            case "agent-check" -> server.agent = true;
            case "no-agent-check" -> server.agent = false;
            default -> server.agentPort = port(word) > 0;
        }
    }

    private int port(Word word) {
        args.notes().leaves(word);
        return args.whole("a port", 0, 65_535);
    }

    private Duration positive() {
        var time = args.time();
        if (time.isZero()) {
            throw args.last().wrong("is no time between checks; write 1ms or more");
        }
        return time;
    }

    private void observe() {
        var layer = args.next("none, layer4 or layer7");
        switch (layer.text()) {
            case "none" -> server.observed = Optional.empty();
            case "layer4" -> server.observed = Optional.of(Observing.Layer.LAYER4);
            case "layer7" -> {
                if (settings.http) {
                    server.observed = Optional.of(Observing.Layer.LAYER7);
                } else {
                    args.notes().add(layer, "`layer7` is for `mode http` alone; the traffic is not looked at");
                }
            }
            default -> throw args.unknown("layer", List.of("none", "layer4", "layer7"));
        }
    }

    private Observing.OnError onError() {
        var word = args.next("fastinter, fail-check, sudden-death or mark-down");
        for (var each : Observing.OnError.values()) {
            if (word.text().equals(wordFor(each))) {
                return each;
            }
        }
        throw args.unknown("thing to do on errors", List.of("fastinter", "fail-check", "sudden-death", "mark-down"));
    }

    /** HAProxy's word for what is done on errors. */
    static String wordFor(Observing.OnError onError) {
        return onError.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
