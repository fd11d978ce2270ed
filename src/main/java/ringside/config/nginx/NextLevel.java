package ringside.config.nginx;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.engine.nginx.NextUpstream;
import ringside.engine.nginx.NextUpstream.Kind;

/**
 * What one level of a configuration says of going on to the next server; what is left out is inherited.
 *
 * @param kinds what counts as wrong
 * @param tries the most attempts
 * @param timeout how long it may be tried again
 */
record NextLevel(Optional<Set<Kind>> kinds, Optional<Integer> tries, Optional<Duration> timeout) {
    /** A level that says nothing. */
    static final NextLevel SILENT = new NextLevel(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String KINDS = "proxy_next_upstream";
    private static final String TRIES = "proxy_next_upstream_tries";
    private static final String TIMEOUT = "proxy_next_upstream_timeout";
    private static final String OFF = "off";
    private static final String UPDATING = "updating";
    private static final Map<String, Kind> WORDS =
            Stream.of(Kind.values()).collect(Collectors.toMap(Kind::word, Function.identity()));

    /** Whether a directive speaks of this. */
    static boolean has(Directive directive) {
        return directive.is().startsWith(KINDS);
    }

    /** What the directives of a level say, where they are within another. */
    static NextLevel of(List<Directive> level, NextLevel outer, Notes notes) {
        return new NextLevel(
                kinds(level, notes).or(outer::kinds),
                only(level, TRIES).map(NextLevel::tries).or(outer::tries),
                only(level, TIMEOUT).map(NextLevel::timeout).or(outer::timeout));
    }

    private static Optional<Word> only(List<Directive> level, String name) {
        var once = new Once();
        var said = level.stream().filter(d -> d.is().equals(name)).toList();
        said.forEach(d -> once.say(d.name(), name));
        return said.stream().map(d -> d.argument(0)).findFirst();
    }

    /** The rule that comes of it. */
    NextUpstream rule() {
        var usual = NextUpstream.STANDARD;
        return new NextUpstream(
                kinds.orElse(usual.kinds()), tries.orElse(usual.tries()), timeout.orElse(usual.timeout()));
    }

    /** The words of all such directives together; {@code off} outweighs all others, as in nginx. */
    private static Optional<Set<Kind>> kinds(List<Directive> level, Notes notes) {
        var words = level.stream()
                .filter(d -> d.is().equals(KINDS))
                .flatMap(d -> d.arguments().stream())
                .toList();
        var kinds = EnumSet.noneOf(Kind.class);
        for (var word : words) {
            var kind = Optional.ofNullable(WORDS.get(word.text()));
            kind.ifPresent(kinds::add);
            if (word.text().equals(UPDATING)) {
                notes.add(word, "has no meaning here, nor in nginx");
            } else if (kind.isEmpty() && !word.text().equals(OFF)) {
                throw word.wrong("is nothing that can go wrong; write some of "
                        + String.join(", ", WORDS.keySet().stream().sorted().toList()) + ", or off");
            }
        }
        if (words.stream().anyMatch(word -> word.text().equals(OFF))) {
            kinds.clear();
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(kinds);
    }

    private static int tries(Word word) {
        return Numbers.whole(word, "number of tries", word.text(), 0, Integer.MAX_VALUE);
    }

    private static Duration timeout(Word word) {
        return NginxTime.inMillis(word.text())
                .orElseThrow(() -> word.wrong("is no time; write one such as 10s, 500ms or 1m30s"));
    }
}
