package ringside.config.haproxy;

/** Foreign text as one word of a line, whatever is in it. */
final class Escaped {
    private Escaped() {}

    /** The text as a word that reads back as the same; without what cannot stand on a line. */
    static String word(String text) {
        var word = new StringBuilder();
        text.codePoints().filter(c -> !Character.isISOControl(c)).forEach(c -> {
            if (" \\#'\"".indexOf(c) >= 0) {
                word.append('\\');
            }
            word.appendCodePoint(c);
        });
        return word.isEmpty() ? "''" : word.toString();
    }
}
