package ringside.lesson;

import java.util.List;
import ringside.config.Place;

/**
 * One step: one change, one idea.
 *
 * @param number counted from 1
 * @param title its heading
 * @param at where its heading stands
 * @param blocks what it consists of, in order
 */
public record Step(int number, String title, Place at, List<Block> blocks) {
    public Step {
        blocks = List.copyOf(blocks);
    }

    /** Its blocks of one kind, in order. */
    public <B extends Block> List<B> blocks(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
