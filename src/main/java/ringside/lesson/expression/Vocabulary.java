package ringside.lesson.expression;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ringside.lesson.expression.Signature.Parameter;

/**
 * The words an expression may use.
 *
 * @param facts by name, those that take something with parentheses behind it
 * @param names those that may stand where a server, a way, a figure or an option is asked for
 * @param words text that needs no quotes, such as {@code up}
 */
public record Vocabulary(Map<String, Signature> facts, Map<Parameter, Set<String>> names, Set<String> words) {
    public Vocabulary {
        facts = Map.copyOf(facts);
        names = Map.copyOf(names);
        words = Set.copyOf(words);
    }

    /** The vocabulary of these facts, without any servers or words. */
    public static Vocabulary of(List<Signature> facts) {
        return new Vocabulary(
                facts.stream().collect(Collectors.toMap(Signature::key, Function.identity())), Map.of(), Set.of());
    }

    /** The fact of this name that takes something in parentheses, or the one that does not; the other if need be. */
    Optional<Signature> fact(String name, boolean asked) {
        return Optional.ofNullable(facts.get(Signature.key(name, asked)))
                .or(() -> Optional.ofNullable(facts.get(Signature.key(name, !asked))));
    }

    /** The servers of the lesson. */
    public Set<String> servers() {
        return known(Parameter.SERVER);
    }

    /** The names that may stand for a parameter. */
    public Set<String> known(Parameter parameter) {
        return names.getOrDefault(parameter, Set.of());
    }

    /** The same with these names, and no others, for a parameter. */
    public Vocabulary with(Parameter parameter, Collection<String> known) {
        var all = new EnumMap<Parameter, Set<String>>(Parameter.class);
        all.putAll(names);
        all.put(parameter, Set.copyOf(known));
        return new Vocabulary(facts, all, words);
    }

    /** The same with one more fact. */
    public Vocabulary plus(Signature fact) {
        var all = new HashMap<>(facts);
        all.put(fact.key(), fact);
        return new Vocabulary(all, names, words);
    }

    /** The same with more words that need no quotes. */
    public Vocabulary plusWords(Collection<String> more) {
        var all = new TreeSet<>(words);
        all.addAll(more);
        return new Vocabulary(facts, names, all);
    }
}
