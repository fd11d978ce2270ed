package ringside.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;

/** A height for each option of a question, by the option's id; shares are of one. */
public record Heights(Map<String, Double> bars) {
    public Heights {
        bars = new LinkedHashMap<>(bars);
    }

    /** Reads heights such as {@code A=20 B=30}, percentages as such; each option has one. */
    public static Optional<Heights> read(String given, Block.Predict asked) {
        var bars = new LinkedHashMap<String, Double>();
        for (var word : given.strip().split("\\s+", -1)) {
            var parts = word.split("=", 2);
            var number = parts.length == 2 ? Judge.number(parts[1]) : OptionalDouble.empty();
            boolean known = asked.options().stream().anyMatch(o -> o.id().equals(parts[0]));
            if (!known || number.isEmpty() || bars.containsKey(parts[0])) {
                return Optional.empty();
            }
            bars.put(parts[0], number.getAsDouble() / (percent(asked) ? 100 : 1));
        }
        return bars.size() == asked.options().size() ? Optional.of(new Heights(bars)) : Optional.empty();
    }

    /** The right ones, given the facts. */
    static Heights of(Block.Predict asked, Facts facts) {
        var bars = new LinkedHashMap<String, Double>();
        asked.options()
                .forEach(o -> bars.put(o.id(), o.value().orElseThrow().of(facts).number()));
        return new Heights(bars);
    }

    /**
     * The greatest height that bars can be given: as the author set it; else a round one with as much room again above the
     * right ones, as far as they are known by now.
     */
    public static double most(Block.Predict asked, Facts facts) {
        return asked.scale().most().orElseGet(() -> percent(asked) ? 1 : room(of(asked, facts)));
    }

    private static double room(Heights right) {
        double most = right.bars.values().stream().mapToDouble(v -> v).max().orElse(0);
        double wanted = Math.max(10, 2 * most);
        double size = 1;
        while (size * 10 <= wanted) {
            size *= 10;
        }
        return wanted <= size ? size : wanted <= 2 * size ? 2 * size : wanted <= 5 * size ? 5 * size : 10 * size;
    }

    /** As they are written in an answer. */
    public String written(Block.Predict asked) {
        double scale = percent(asked) ? 100 : 1;
        return bars.entrySet().stream()
                .map(e -> e.getKey() + "=" + Template.shown(Value.of(e.getValue() * scale), false))
                .collect(Collectors.joining(" "));
    }

    String shown(Block.Predict asked) {
        return asked.options().stream()
                .map(o -> o.text() + " " + asked.scale().unit().shown(bars.getOrDefault(o.id(), 0.0)))
                .collect(Collectors.joining(", "));
    }

    boolean right(Block.Predict asked, Facts facts) {
        var wanted = of(asked, facts);
        return bars.entrySet().stream()
                .allMatch(e ->
                        Math.abs(e.getValue() - wanted.bars.getOrDefault(e.getKey(), 0.0)) <= asked.tolerance() + 1e-9);
    }

    /** The facts, and what was given beside them. */
    Facts beside(Facts facts) {
        return new Given(facts, bars);
    }

    private static boolean percent(Block.Predict asked) {
        return asked.scale().unit() == Block.Unit.PERCENT;
    }
}
