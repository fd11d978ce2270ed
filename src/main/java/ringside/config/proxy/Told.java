package ringside.config.proxy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ringside.config.Printable;

/** What a file that is written has no words for; each thing once. */
public final class Told {
    private static final int MOST = 1000;

    private final Set<String> notes = new LinkedHashSet<>();

    /** Tells something in a sentence. */
    public void that(String sentence) {
        if (notes.size() < MOST) {
            notes.add(Printable.line(sentence));
        }
    }

    /** All of it. */
    public List<String> all() {
        return List.copyOf(notes);
    }
}
