package ringside.lesson;

import java.util.List;
import ringside.config.BadInput;
import ringside.config.Place;

/**
 * Cards as text that Anki reads and writes: UTF-8, one card a line, fields with tabs between them, HTML escaped.
 *
 * <p>The lines before the cards are those of the Anki manual, "Text Files", "File Headers". A line that begins with # is
 * a comment to it, so no card does. A card's name stands among its
 * tags, so that a card of the learner's own is known again when it comes back.
 */
public final class AnkiText {
    /** How many characters such a text may have. */
    public static final int LARGEST = 4 << 20;

    static final String TAG = "ringside::";

    private static final String HEAD = """
        #separator:tab
        #html:true
        #columns:Front\tBack\tDeck\tTags
        #deck column:3
        #tags column:4
        """;

    private AnkiText() {}

    /**
     * A card as text.
     *
     * @param id what it is known by here; empty when it comes from elsewhere
     * @param deck where it comes from
     * @param front what is asked
     * @param back what is right
     */
    public record Card(String id, String deck, String front, String back) {}

    /** The text of cards. */
    public static String write(List<Card> cards) {
        var text = new StringBuilder(HEAD);
        for (var card : cards) {
            text.append(escaped(card.front()))
                    .append('\t')
                    .append(escaped(card.back()))
                    .append('\t')
                    .append(escaped("Ringside::" + card.deck()))
                    .append('\t')
                    .append(TAG)
                    .append(card.id())
                    .append('\n');
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replaceAll("^#", "&#35;")
                .replaceAll("\\R", "<br>");
    }

    /** Reads such a text, of whatever program. @throws BadInput when it is none, saying where and why */
    public static List<Card> read(String file, String text) {
        if (text.length() > LARGEST) {
            throw new BadInput(Place.startOf(file), "this text has more than " + LARGEST + " characters; split it");
        }
        return new AnkiReader(file).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
