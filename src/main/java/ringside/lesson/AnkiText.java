package ringside.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ringside.config.BadInput;
import ringside.config.Place;

/**
 * Cards as text that Anki reads and writes: UTF-8, one card a line, fields with tabs between them, HTML escaped.
 *
 * <p>The lines before the cards are those of the Anki manual, "Text Files", "File Headers". A card's name stands among its
 * tags, so that a card of the learner's own is known again when it comes back.
 */
public final class AnkiText {
    /** How many characters such a text may have. */
    public static final int LARGEST = 4 << 20;

    private static final int MOST_CARDS = 5000;
    private static final int LONGEST_FIELD = 8000;
    private static final String TAG = "ringside::";
    private static final String HEAD = """
        #separator:tab
        #html:true
        #columns:Front\tBack\tDeck\tTags
        #deck column:3
        #tags column:4
        """;
    private static final Pattern PLAIN_TAG =
            Pattern.compile("(?i)</?(div|p|b|i|u|em|strong|span|sub|sup|code|pre|ul|ol|li)>");
    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>|</(div|p|li)>");
    private static final Map<String, String> ENTITIES = new LinkedHashMap<>();

    static {
        ENTITIES.put("&lt;", "<");
        ENTITIES.put("&gt;", ">");
        ENTITIES.put("&quot;", "\"");
        ENTITIES.put("&#39;", "'");
        ENTITIES.put("&nbsp;", " ");
        ENTITIES.put("&amp;", "&");
    }

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
                .replace("\t", " ")
                .replaceAll("\\R", "<br>");
    }

    /** Reads such a text, of whatever program. @throws BadInput when it is none, saying where and why */
    public static List<Card> read(String file, String text) {
        if (text.length() > LARGEST) {
            throw new BadInput(Place.startOf(file), "this text has more than " + LARGEST + " characters; split it");
        }
        return new Reader(file).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Reads line by line; what the lines before the cards say holds for all of them. */
    private static final class Reader {
        private final String file;
        private final List<Card> cards = new ArrayList<>();
        private boolean html;
        private int deck = -1;
        private int tags = -1;
        private int line;

        private Reader(String file) {
            this.file = file;
        }

        private List<Card> read(String text) {
            for (var row : text.split("\r?\n", -1)) {
                line++;
                if (row.startsWith("#") && cards.isEmpty()) {
                    head(row.substring(1));
                } else if (!row.isBlank()) {
                    cards.add(card(row.split("\t", -1)));
                }
                if (cards.size() > MOST_CARDS) {
                    throw wrong("there are more than " + MOST_CARDS + " cards; split the file");
                }
            }
            if (cards.isEmpty()) {
                throw wrong("there is no card here; export notes from Anki as plain text");
            }
            return cards;
        }

        private void head(String said) {
            var parts = said.split(":", 2);
            var value = parts.length == 2 ? parts[1].strip() : "";
            switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
                case "separator" -> {
                    if (!value.equalsIgnoreCase("tab")) {
                        throw wrong("fields are separated by tabs here, not by " + value + "; export with tabs");
                    }
                }
                case "html" -> html = value.equalsIgnoreCase("true");
                case "deck column" -> deck = column(value);
                case "tags column" -> tags = column(value);
                default -> {}
            }
        }

        private int column(String value) {
            if (!value.matches("[1-9]\\d?")) {
                throw wrong("a column is a number from 1 to 99, not " + value);
            }
            return Integer.parseInt(value) - 1;
        }

        private Card card(String[] fields) {
            var words = new ArrayList<String>();
            for (int i = 0; i < fields.length; i++) {
                if (i != deck && i != tags) {
                    words.add(field(fields[i]));
                }
            }
            if (words.size() < 2 || words.get(0).isEmpty() || words.get(1).isEmpty()) {
                throw wrong("a card has a front and a back with a tab between them");
            }
            return new Card(id(at(fields, tags)), field(at(fields, deck)), words.get(0), words.get(1));
        }

        private static String at(String[] fields, int column) {
            return column >= 0 && column < fields.length ? fields[column] : "";
        }

        private static String id(String tags) {
            for (var tag : tags.strip().split("\\s+", -1)) {
                if (tag.startsWith(TAG) && tag.substring(TAG.length()).matches("[a-z0-9/-]{1,120}")) {
                    return tag.substring(TAG.length());
                }
            }
            return "";
        }

        private String field(String written) {
            boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
            var text = quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written;
            var plain = (html ? unescaped(text) : text).strip();
            if (plain.length() > LONGEST_FIELD) {
                throw wrong("a side of a card has at most " + LONGEST_FIELD + " characters, not " + plain.length());
            }
            if (plain.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
                throw wrong("there is a character that is no text; save the file as UTF-8 text");
            }
            return plain;
        }

        private String unescaped(String text) {
            var plain = PLAIN_TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
            if (plain.matches("(?s).*<[A-Za-z/!].*")) {
                throw wrong("there is HTML that is not shown here, such as pictures or links; export without HTML");
            }
            for (var entity : ENTITIES.entrySet()) {
                plain = plain.replace(entity.getKey(), entity.getValue());
            }
            return plain;
        }

        private BadInput wrong(String why) {
            return new BadInput(new Place(file, Math.max(1, line), 1), why);
        }
    }
}
