package ringside.config.proxy;

import java.util.List;

/**
 * A pool written in a proxy's own language.
 *
 * @param text the file
 * @param notes what that language has no words for, each in one sentence
 */
public record Export(String text, List<String> notes) {
    public Export {
        notes = List.copyOf(notes);
    }
}
