package ringside.config.haproxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ringside.engine.PolicyChoice;

/** The lines that say how a server is chosen. */
final class Balance {
    /** Those that go by a hash. */
    static final Set<String> HASHES = Set.of("source", "uri", "url_param", "hdr");

    private static final Set<String> LAYER7 = Set.of("uri", "url_param", "hdr");
    private static final List<String> PLAIN = List.of("roundrobin", "static-rr", "leastconn", "first", "source");
    private static final List<String> KNOWN = Stream.concat(
                    PLAIN.stream(), Stream.of("uri", "url_param", "hdr(name)", "random"))
            .toList();
    private static final List<String> FUNCTIONS = List.of("sdbm", "djb2", "crc32", "wt6");
    private static final Pattern DRAWS = Pattern.compile("random\\(\\+?([0-9]{1,9})\\).*");
    private static final int MOST = 65_535;
    private static final int MOST_DRAWS = 1000;

    private Balance() {}

    /** The policy that settings come to: what looks into requests takes turns where nobody does. */
    static PolicyChoice policy(Settings settings, Notes notes) {
        if (settings.http || !LAYER7.contains(settings.balance)) {
            return new PolicyChoice("haproxy/" + settings.balance, settings.options());
        }
        settings.balanceWord.ifPresent(word -> notes.add(
                word, "requests are hashed in `mode http` alone; in this one HAProxy takes turns, `roundrobin`"));
        var turns = settings.copy();
        turns.balance = "roundrobin";
        turns.balanceOptions = Map.of();
        return new PolicyChoice("haproxy/roundrobin", turns.options());
    }

    /** {@code balance}. */
    static void balance(Args args, Settings settings) {
        settings.balanceWord = Optional.of(args.last());
        settings.balanceOptions = Map.of();
        if (args.done()) {
            settings.balance = "roundrobin";
            return;
        }
        var word = args.next("a policy");
        var name = word.text();
        if (PLAIN.contains(name)) {
            settings.balance = name;
        } else if (name.equals("uri")) {
            uri(args, settings);
        } else if (name.equals("url_param")) {
            parameter(args, settings);
        } else if (name.startsWith("hdr(")) {
            header(args, settings);
        } else if (name.equals("random") || name.startsWith("random(")) {
            random(args, settings);
        } else if (name.equals("hash") || name.startsWith("rdp-cookie")) {
            throw word.wrong(
                    "is a policy that is not here; write source, uri, url_param or hdr(name) to hash by those");
        } else {
            throw args.unknown("policy", KNOWN);
        }
        args.finish();
    }

    private static void uri(Args args, Settings settings) {
        var options = new TreeMap<String, String>();
        while (!args.done()) {
            var word = args.next("a word");
            switch (word.text()) {
                case "whole" -> options.put("whole", "on");
                case "path-only" -> args.notes().add(word, "`path-only` is as it is anyway: targets have no host here");
                case "len", "depth" ->
                    options.put(word.text(), Integer.toString(args.wholeUpTo("a " + word.text(), 1, MOST)));
                default -> throw args.unknown("word for `balance uri`", List.of("whole", "path-only", "len", "depth"));
            }
        }
        settings.balance = "uri";
        settings.balanceOptions = options;
    }

    private static void parameter(Args args, Settings settings) {
        settings.balance = "url_param";
        settings.balanceOptions = Map.of("parameter", text(args.next("a parameter's name")));
        if (args.took("check_post")) {
            args.notes().add(args.last(), "`check_post` is not taken over: a request's body is not looked at");
            if (!args.done()) {
                args.whole("a number of bytes", 0, Integer.MAX_VALUE);
            }
        } else if (!args.done()) {
            args.next("a word");
            throw args.unknown("word for `balance url_param`", List.of("check_post"));
        }
    }

    private static void header(Args args, Settings settings) {
        var word = args.last();
        int close = word.text().indexOf(')');
        var name = close < 0 ? "" : word.text().substring("hdr(".length(), close);
        if (name.isEmpty()) {
            throw word.wrong("names no header; write hdr(name), such as hdr(host)");
        }
        settings.balance = "hdr";
        settings.balanceOptions = Map.of("header", text(new Word(name, word.place(), false)));
        if (args.took("use_domain_only")) {
            args.notes().leaves(args.last());
        } else if (!args.done()) {
            args.next("a word");
            throw args.unknown("word for `balance hdr`", List.of("use_domain_only"));
        }
    }

    /** A name that is short enough to be taken over. */
    private static String text(Word word) {
        if (word.text().length() > 256 || word.text().chars().anyMatch(Character::isISOControl)) {
            throw word.wrong("is no name that is taken over; write one of up to 256 characters on one line");
        }
        return word.text();
    }

    private static void random(Args args, Settings settings) {
        var word = args.last();
        settings.balance = "random";
        if (word.text().matches("random(\\(\\).*)?")) {
            return;
        }
        var matcher = DRAWS.matcher(word.text());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            throw word.wrong("has no number of draws; write random(2)");
        }
        int draws = Integer.parseInt(matcher.group(1));
        int number = Math.min(MOST_DRAWS, draws);
        if (draws > number) {
            args.notes().add(word, word.shown() + " is taken as random(" + number + "), the most that are drawn here");
        }
        settings.balanceOptions = number == 2 ? Map.of() : Map.of("draws", Integer.toString(number));
    }

    /** {@code hash-type}. */
    static void hashType(Args args, Settings settings) {
        var options = new TreeMap<String, String>();
        switch (args.next("map-based or consistent").text()) {
            case "map-based" -> {}
            case "consistent" -> options.put("hash-type", "consistent");
            default -> throw args.unknown("way for a hash to find its server", List.of("map-based", "consistent"));
        }
        if (!args.done()) {
            var function = args.next("a hash function").text();
            if (!FUNCTIONS.contains(function)) {
                throw args.unknown("hash function", FUNCTIONS);
            }
            options.put("function", function);
            if (args.took("avalanche")) {
                options.put("avalanche", "on");
            } else if (!args.done()) {
                args.next("avalanche");
                throw args.unknown("word that may follow a hash function", List.of("avalanche"));
            }
        }
        args.finish();
        settings.hashOptions = options;
    }

    /** {@code hash-balance-factor}. */
    static void factor(Args args, Settings settings) {
        int factor = args.wholeUpTo("0 or a percentage above 100", 0, MOST);
        if (factor > 0 && factor <= 100) {
            throw args.last().wrong("is no bound that can hold; write 0 or a percentage above 100, such as 125");
        }
        args.finish();
        settings.factor = factor;
    }
}
