package ringside.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;

/**
 * Reads cards of such a text: what the lines before the cards say holds for all of them. Columns that hold what Anki
 * knows a note by are left out, and the first two that remain are the front and the back.
 */
final class AnkiReader {
    private static final int MOST_CARDS = 5000;
    private static final int LONGEST_FIELD = 8000;

    private final String file;
    private final List<AnkiText.Card> cards = new ArrayList<>();
    private final Set<Integer> aside = new HashSet<>();
    private char separator = '\t';
    private boolean html;
    private int deck = -1;
    private int tags = -1;
    private int line = 1;

    AnkiReader(String file) {
        this.file = file;
    }

    List<AnkiText.Card> read(String text) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '#') {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            head(text.substring(begin + 1, end).stripTrailing());
            begin = Math.min(end + 1, text.length());
            line++;
        }
        for (var row : new AnkiRows(text.substring(begin), separator, line)) {
            line = row.line();
            cards.add(card(row.fields()));
            if (cards.size() > MOST_CARDS) {
                throw wrong("there are more than " + MOST_CARDS + " cards; split the file");
            }
        }
        if (cards.isEmpty()) {
            throw new BadInput(Place.startOf(file), "there is no card here; export notes from Anki as plain text");
        }
        return cards;
    }

    private void head(String said) {
        var parts = said.split(":", 2);
        var value = parts.length == 2 ? parts[1] : "";
        switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
            case "separator" -> separator = separator(value);
            case "html" -> html = value.strip().equalsIgnoreCase("true");
            case "deck column" -> deck = column(value);
            case "tags column" -> tags = column(value);
            case "guid column", "notetype column" -> column(value);
            default -> {}
        }
    }

    private char separator(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "pipe", "|" -> '|';
            case "colon", ":" -> ':';
            case "space" -> ' ';
            case "tab" -> '\t';
            case "" -> value.equals(" ") ? ' ' : '\t';
            default ->
                throw wrong("fields can't be separated by " + Printable.brief(value)
                        + "; write tab, comma, semicolon, pipe, colon or space");
        };
    }

    private int column(String value) {
        if (!value.strip().matches("[1-9]\\d?")) {
            throw wrong("a column is a number from 1 to 99, not " + Printable.brief(value.strip()));
        }
        int column = Integer.parseInt(value.strip()) - 1;
        aside.add(column);
        return column;
    }

    private AnkiText.Card card(List<String> fields) {
        var words = new ArrayList<String>();
        for (int i = 0; i < fields.size() && words.size() < 2; i++) {
            if (!aside.contains(i)) {
                words.add(field(fields.get(i)));
            }
        }
        if (words.size() < 2 || words.get(0).isEmpty() || words.get(1).isEmpty()) {
            throw wrong("a card has a front and a back with a " + separated() + " between them");
        }
        return new AnkiText.Card(id(at(fields, tags)), field(at(fields, deck)), words.get(0), words.get(1));
    }

    private String separated() {
        return separator == '\t' ? "tab" : separator == ' ' ? "blank" : String.valueOf(separator);
    }

    private static String at(List<String> fields, int column) {
        return column >= 0 && column < fields.size() ? fields.get(column) : "";
    }

    private static String id(String tags) {
        for (var tag : tags.strip().split("\\s+", -1)) {
            var id = tag.startsWith(AnkiText.TAG) ? tag.substring(AnkiText.TAG.length()) : "";
            if (id.matches("[a-z0-9/-]{1,120}")) {
                return id;
            }
        }
        return "";
    }

    private String field(String written) {
        if (written.length() > 4 * LONGEST_FIELD) {
            throw tooLong(written);
        }
        if (html && AnkiHtml.shows(written)) {
            throw wrong("there is a picture, a sound or a script here, and only text is shown; take it out in Anki");
        }
        var plain = (html ? AnkiHtml.plain(written) : written).strip();
        if (plain.length() > LONGEST_FIELD) {
            throw tooLong(plain);
        }
        Legible.hiddenIn(plain).ifPresent(code -> {
            throw wrong("there is " + code + ", which can't be seen; take it out");
        });
        return plain;
    }

    private BadInput tooLong(String text) {
        return wrong("a side of a card has at most " + LONGEST_FIELD + " characters, not " + text.length());
    }

    private BadInput wrong(String why) {
        return new BadInput(new Place(file, line, 1), why);
    }
}
