package ringside.lesson;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.lesson.expression.Facts;

/** The options of a question in an order, by their ids. */
public record Ranking(List<String> ids) {
    public Ranking {
        ids = List.copyOf(ids);
    }

    /** Reads ids with blanks between them; each option is there once. */
    public static Optional<Ranking> read(String given, Block.Predict asked) {
        var ids = List.of(given.strip().split("[\\s,]+"));
        var all = asked.options().stream().map(Block.Option::id).collect(Collectors.toSet());
        boolean whole = ids.size() == all.size() && new HashSet<>(ids).equals(all);
        return whole ? Optional.of(new Ranking(ids)) : Optional.empty();
    }

    /** The right one, given the facts: the least value first; options of equal values as they were written. */
    static Ranking of(Block.Predict asked, Facts facts) {
        return new Ranking(asked.options().stream()
                .sorted(Comparator.comparingDouble(o -> value(o, facts)))
                .map(Block.Option::id)
                .toList());
    }

    private static double value(Block.Option option, Facts facts) {
        return option.value().orElseThrow().of(facts).number();
    }

    /** As it is written in an answer. */
    public String written() {
        return String.join(" ", ids);
    }

    String shown(Block.Predict asked) {
        return ids.stream()
                .flatMap(id -> asked.options().stream().filter(o -> o.id().equals(id)))
                .map(Block.Option::text)
                .collect(Collectors.joining(", "));
    }

    /** Whether no option comes before one of a lesser value. */
    boolean right(Block.Predict asked, Facts facts) {
        double before = Double.NEGATIVE_INFINITY;
        for (var id : ids) {
            var option = asked.options().stream().filter(o -> o.id().equals(id)).findFirst();
            double value = value(option.orElseThrow(), facts);
            if (value < before - 1e-9) {
                return false;
            }
            before = value;
        }
        return true;
    }

    /** The facts, and the place of each beside them, the first being 1. */
    Facts beside(Facts facts) {
        var places = new HashMap<String, Double>();
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), i + 1.0);
        }
        return new Given(facts, places);
    }
}
