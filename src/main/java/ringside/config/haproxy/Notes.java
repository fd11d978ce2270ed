package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ringside.config.proxy.Note;

/** What was read and not taken over; each thing once. */
final class Notes {
    private static final int MOST = 10_000;

    private final Set<Note> notes = new LinkedHashSet<>();

    /** Notes something about a word. */
    void add(Word word, String text) {
        if (notes.size() < MOST) {
            notes.add(new Note(word.place(), text));
        } else if (notes.size() == MOST) {
            notes.add(new Note(
                    word.place(), "more than " + MOST + " things are not taken over; the others are not listed"));
        }
    }

    /** Notes that what a word begins is not taken over. */
    void leaves(Word word) {
        add(word, word.shown() + " is not taken over");
    }

    /** All of them in the order of the file. */
    List<Note> all() {
        var sorted = new ArrayList<>(notes);
        sorted.sort(Comparator.comparingInt((Note n) -> n.place().line())
                .thenComparingInt(n -> n.place().column()));
        return sorted;
    }
}
