package ringside.lesson.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words an expression may use.
 *
 * @param facts by name, those that take something with parentheses behind it
 * @param servers names that may stand where a server is asked for
 * @param words text that needs no quotes, such as {@code up}
 */
public record Vocabulary(Map<String, Signature> facts, Set<String> servers, Set<String> words) {
    public Vocabulary {
        facts = Map.copyOf(facts);
        servers = Set.copyOf(servers);
        words = Set.copyOf(words);
    }

    /** The vocabulary of these facts, without any servers or words. */
    public static Vocabulary of(List<Signature> facts) {
        return new Vocabulary(
                facts.stream().collect(Collectors.toMap(Signature::key, Function.identity())), Set.of(), Set.of());
    }

    /** The fact of this name that takes something in parentheses, or the one that does not; the other if need be. */
    Optional<Signature> fact(String name, boolean asked) {
        return Optional.ofNullable(facts.get(Signature.key(name, asked)))
                .or(() -> Optional.ofNullable(facts.get(Signature.key(name, !asked))));
    }

    /** The same with these servers. */
    public Vocabulary withServers(Collection<String> names) {
        return new Vocabulary(facts, Set.copyOf(names), words);
    }

    /** The same with more words that need no quotes. */
    public Vocabulary plusWords(Collection<String> more) {
        var all = new TreeSet<>(words);
        all.addAll(more);
        return new Vocabulary(facts, servers, all);
    }
}
