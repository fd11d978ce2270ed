package ringside.config.nginx;

import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.Place;

/**
 * One directive.
 *
 * @param name its first word
 * @param arguments the words that follow
 * @param block what stands in its braces, when it has some instead of a semicolon
 */
record Directive(Word name, List<Word> arguments, Optional<List<Directive>> block) {
    Directive {
        arguments = List.copyOf(arguments);
        block = block.map(List::copyOf);
    }

    /** Its first word's text. */
    String is() {
        return name.text();
    }

    Place place() {
        return name.place();
    }

    /** The word at a place behind its name, counted from 0. */
    Word argument(int index) {
        return arguments.get(index);
    }

    /** What stands in its braces. */
    List<Directive> inside() {
        return block.orElse(List.of());
    }

    /** That something is wrong with it: its name in quotes, followed by what. */
    BadInput wrong(String what) {
        return name.wrong(what);
    }
}
