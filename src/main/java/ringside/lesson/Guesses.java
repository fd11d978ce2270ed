package ringside.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers that learners may well give to questions with several options. */
final class Guesses {
    private Guesses() {}

    /** Every order of the options. */
    static Stream<Ranking> orders(Block.Predict asked) {
        return permutations(asked.options().stream().map(Block.Option::id).toList())
                .map(Ranking::new);
    }

    /** The right heights exchanged among the options, all alike, upside down, half, doubled and nothing, and one of them changed. */
    static Stream<Heights> heights(Block.Predict asked, Heights right) {
        var ids = asked.options().stream().map(Block.Option::id).toList();
        var values = List.copyOf(right.bars().values());
        double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
        double most = Collections.max(values);
        var changed = Stream.of(
                values.stream().map(_ -> mean).toList(),
                values.stream().map(v -> most - v).toList(),
                values.stream().map(v -> v / 2).toList(),
                values.stream().map(v -> v * 2).toList(),
                values.stream().map(_ -> most).toList(),
                values.stream().map(_ -> 0.0).toList());
        var more = Stream.of(0.0, 0.5, 1.5, 2.0, 3.0)
                .flatMap(times -> IntStream.range(0, values.size()).mapToObj(i -> scaled(values, i, times)));
        return Stream.of(changed, more, permutations(values).limit(5040))
                .flatMap(guesses -> guesses)
                .map(v -> heights(ids, v));
    }

    private static List<Double> scaled(List<Double> values, int one, double times) {
        var scaled = new ArrayList<>(values);
        scaled.set(one, values.get(one) * times);
        return scaled;
    }

    private static Heights heights(List<String> ids, List<Double> values) {
        var bars = new LinkedHashMap<String, Double>();
        IntStream.range(0, ids.size()).forEach(i -> bars.put(ids.get(i), values.get(i)));
        return new Heights(bars);
    }

    private static <T> Stream<List<T>> permutations(List<T> of) {
        if (of.size() <= 1) {
            return Stream.of(of);
        }
        return IntStream.range(0, of.size()).boxed().flatMap(i -> {
            var rest = new ArrayList<>(of);
            var first = rest.remove((int) i);
            return permutations(rest)
                    .map(more -> Stream.concat(Stream.of(first), more.stream()).toList());
        });
    }
}
