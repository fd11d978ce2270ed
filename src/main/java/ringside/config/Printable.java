package ringside.config;

/** Foreign text made fit for one line of a terminal or a log. */
public final class Printable {
    private static final int LONGEST = 60;

    private Printable() {}

    /** The text with every character escaped that could break the line, move the cursor or hide its neighbours. */
    public static String line(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (plain(c)) {
                line.appendCodePoint(c);
            } else {
                line.append(escaped(c));
            }
        });
        return line.toString();
    }

    /** The same, cut when it is long, so that a message stays readable. */
    public static String brief(String text) {
        return brief(text, LONGEST);
    }

    /** The same, cut after this many characters. */
    static String brief(String text, int most) {
        if (text.codePointCount(0, Math.min(text.length(), 2 * most + 2)) <= most) {
            return line(text);
        }
        return line(text.substring(0, text.offsetByCodePoints(0, most))) + "…";
    }

    private static boolean plain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c);
        };
    }
}
