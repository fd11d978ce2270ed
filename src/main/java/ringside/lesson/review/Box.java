package ringside.lesson.review;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is kept of a learner's cards, by what each is known by. */
public interface Box {
    /** Every card that was ever answered, suspended or buried. */
    Map<String, Entry> entries();

    /** Keeps a card as it stands now. */
    void keep(String card, Entry entry);

    /** Forgets what is kept of a card: it is new again. */
    void forget(String card);

    /** A box that lasts as long as the program. */
    static Box inMemory() {
        var entries = new LinkedHashMap<String, Entry>();
        return new Box() {
            @Override
            public Map<String, Entry> entries() {
                return Map.copyOf(entries);
            }

            @Override
            public void keep(String card, Entry entry) {
                entries.put(card, entry);
            }

            @Override
            public void forget(String card) {
                entries.remove(card);
            }
        };
    }
}
