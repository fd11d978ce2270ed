package ringside.world;

/** Makes text that others wrote fit to be shown in one line. */
public final class Plain {
    private static final int LONGEST = 256;
    private static final char INSTEAD = '\uFFFD';

    private Plain() {}

    /**
     * The same text in one line: control and format characters, line separators and lone surrogates are replaced by
     * U+FFFD, and what is longer than 256 characters is cut there and ends in an ellipsis.
     */
    public static String text(String wild) {
        var plain = new StringBuilder(Math.min(wild.length(), LONGEST));
        wild.codePoints().limit(LONGEST + 1L).forEach(c -> plain.appendCodePoint(shows(c) ? c : INSTEAD));
        return plain.length() <= LONGEST ? plain.toString() : cut(plain);
    }

    private static String cut(StringBuilder plain) {
        int end = LONGEST - 1;
        plain.setLength(Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end);
        return plain.append('…').toString();
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
