package ringside.config;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.engine.Terms;

/** What a policy may know of a server besides its weight: as keys of a file, and as words of a command. */
final class TermsWords {
    private static final String WRITTEN = "written";
    private static final String NUMBER = "number";
    private static final String BACKUP = "backup";
    private static final String MAX_FAILS = "max-fails";
    private static final String FAIL_TIMEOUT = "fail-timeout";
    private static final String MAX_CONNECTIONS = "max-connections";
    private static final String SLOW_START = "slow-start";

    /** The keys of a file that say them. */
    static final String[] KEYS = {WRITTEN, NUMBER, BACKUP, MAX_FAILS, FAIL_TIMEOUT, MAX_CONNECTIONS, SLOW_START};

    private static final int MOST = 1_000_000;
    private static final Duration DAY = Duration.ofDays(1);

    private TermsWords() {}

    static Terms read(YamlMap fields) {
        var usual = Terms.STANDARD;
        var terms = usual.failing(
                        fields.optional(MAX_FAILS).map(f -> f.whole(0, MOST)).orElse(usual.maxFails()),
                        fields.optional(FAIL_TIMEOUT).map(TermsWords::time).orElse(usual.failTimeout()))
                .limitedTo(fields.optional(MAX_CONNECTIONS)
                        .map(m -> m.whole(0, MOST))
                        .orElse(usual.maxConnections()))
                .startingSlowly(
                        fields.optional(SLOW_START).map(TermsWords::time).orElse(usual.slowStart()));
        if (fields.optional(BACKUP).map(YamlValue::yesOrNo).orElse(false)) {
            terms = terms.asBackup();
        }
        var number = fields.optional(NUMBER).map(n -> n.whole(1, Integer.MAX_VALUE));
        terms = number.isPresent() ? terms.numbered(number.get()) : terms;
        var written = fields.optional(WRITTEN).map(YamlValue::text);
        return written.isPresent() ? terms.writtenAs(written.get()) : terms;
    }

    private static Duration time(YamlValue value) {
        return value.duration(Duration.ZERO, DAY);
    }

    /** The terms with what the next words say of them. */
    static Terms feature(Words words, Terms terms) {
        if (words.took(BACKUP)) {
            return terms.asBackup();
        } else if (words.took(NUMBER)) {
            return terms.numbered(words.whole("a server's number", 1, Integer.MAX_VALUE));
        } else if (words.took(WRITTEN)) {
            return terms.writtenAs(words.next("the name that is hashed"));
        } else if (words.took(MAX_FAILS)) {
            return terms.failing(words.whole("a number of failures", 0, MOST), terms.failTimeout());
        } else if (words.took(FAIL_TIMEOUT)) {
            return terms.failing(terms.maxFails(), time(words));
        } else if (words.took(MAX_CONNECTIONS)) {
            return terms.limitedTo(words.whole("a number of connections", 0, MOST));
        } else if (words.took(SLOW_START)) {
            return terms.startingSlowly(time(words));
        }
        words.end();
        return terms;
    }

    private static Duration time(Words words) {
        return words.duration("a time", 0, (int) DAY.toMillis());
    }

    /** The same as words, each after a blank; nothing of what is as usual. */
    static String of(Terms terms) {
        return differing(terms).entrySet().stream()
                .map(e -> " " + e.getKey() + (e.getKey().equals(BACKUP) ? "" : " " + e.getValue()))
                .collect(Collectors.joining());
    }

    /** The same as keys of a file, each after a comma. */
    static String yaml(Terms terms) {
        return differing(terms).entrySet().stream()
                .map(e -> ", " + e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining());
    }

    /** What is not as usual, by key; texts in the quotes that YAML and commands both understand. */
    private static Map<String, String> differing(Terms terms) {
        var usual = Terms.STANDARD;
        var words = new TreeMap<String, String>();
        terms.written().ifPresent(written -> words.put(WRITTEN, "\"" + Words.escaped(written) + "\""));
        terms.number().ifPresent(number -> words.put(NUMBER, Integer.toString(number)));
        if (terms.backup()) {
            words.put(BACKUP, "true");
        }
        if (terms.maxFails() != usual.maxFails()) {
            words.put(MAX_FAILS, Integer.toString(terms.maxFails()));
        }
        if (!terms.failTimeout().equals(usual.failTimeout())) {
            words.put(FAIL_TIMEOUT, Units.of(terms.failTimeout()));
        }
        if (terms.maxConnections() != usual.maxConnections()) {
            words.put(MAX_CONNECTIONS, Integer.toString(terms.maxConnections()));
        }
        if (!terms.slowStart().equals(usual.slowStart())) {
            words.put(SLOW_START, Units.of(terms.slowStart()));
        }
        return words;
    }
}
