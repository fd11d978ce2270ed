package ringside.lesson;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import ringside.config.BadInput;

/** The names that a file gives to its blocks: each is given once. */
final class Ids {
    private Ids() {}

    /** Refuses a lesson that names two of its cards, figures, trials or ways alike. */
    static void distinct(List<Step> steps) {
        distinct("card", all(steps, Block.Card.class), c -> Stream.of(c.id()));
        distinct("figure", all(steps, Block.Keep.class), k -> Stream.of(k.id()));
        distinct("trial", all(steps, Block.Trial.class), t -> Stream.of(t.id()));
        distinct("way", all(steps, Block.Trial.class), t -> t.ways().stream().map(Block.Way::id));
    }

    private static <B extends Block> Stream<B> all(List<Step> steps, Class<B> kind) {
        return steps.stream().flatMap(s -> s.blocks(kind).stream());
    }

    private static <B extends Block> void distinct(String what, Stream<B> blocks, Function<B, Stream<String>> ids) {
        var seen = new HashSet<String>();
        blocks.forEach(block -> ids.apply(block)
                .filter(id -> !seen.add(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new BadInput(
                            block.at(), "there is a " + what + " " + id + " already; give this one an id of its own");
                }));
    }
}
