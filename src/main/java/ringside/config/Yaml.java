package ringside.config;

/** Strict YAML: every value with its place, no duplicate keys, no tags, no aliases, and bounds on size and depth. */
public final class Yaml {
    /** The longest text that is read, in characters. */
    public static final int LONGEST = 1024 * 1024;

    private static final int LONGEST_LINE = 20_000;

    private Yaml() {}

    /** Reads the text of a whole file. @throws BadInput when it is not such YAML */
    public static YamlValue read(String file, String text) {
        return read(file, text, 1);
    }

    /**
     * Reads a text that is part of a file.
     *
     * @param file the name of the file, for messages
     * @param firstLine the line of the file on which the text begins, from 1
     * @throws BadInput when it is not such YAML
     */
    public static YamlValue read(String file, String text, int firstLine) {
        return read(file, text, firstLine, LONGEST);
    }

    /** The same with another bound on its length, in characters. */
    public static YamlValue read(String file, String text, int firstLine, int longest) {
        if (text.length() > longest) {
            throw new BadInput(
                    new Place(file, firstLine, 1),
                    "this has " + text.length() + " characters; it should have " + longest + " at most");
        }
        refuseOddities(file, text, firstLine);
        return YamlValue.root(YamlComposer.compose(file, text, firstLine));
    }

    /** Refuses what is not printable, and lines so long that finding their tokens would take its time. */
    private static void refuseOddities(String file, String text, int firstLine) {
        int line = firstLine;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!allowed(c)) {
                throw new BadInput(
                        new Place(file, line, column),
                        String.format("character U+%04X stands here; YAML is printable text only", c));
            }
            if (column > LONGEST_LINE) {
                throw new BadInput(
                        new Place(file, line, column),
                        "this line goes on too long; a line has " + LONGEST_LINE + " characters at most");
            }
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
        }
    }

    private static boolean allowed(int c) {
        return (c >= ' ' && c < 0x7f)
                || (c >= 0xa0 && c < 0xfffe && !(c >= 0xd800 && c < 0xe000))
                || c > 0xffff
                || "\n\r\t\u0085".indexOf(c) >= 0;
    }
}
