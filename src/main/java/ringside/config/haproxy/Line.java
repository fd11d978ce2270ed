package ringside.config.haproxy;

import java.util.List;

/**
 * A line with something on it.
 *
 * @param words at least one
 */
record Line(List<Word> words) {
    Line {
        words = List.copyOf(words);
    }

    /** Its first word, which says what it is about. */
    Word keyword() {
        return words.getFirst();
    }

    /** Whether it is about this. */
    boolean is(String keyword) {
        return keyword().text().equals(keyword);
    }
}
