package ringside.config.nginx;

import java.util.ArrayList;
import java.util.List;

/** A configuration as it is written, line by line, and what its language has no words for. */
final class Page {
    private static final String INDENT = "    ";
    private static final String SAFE = "[A-Za-z0-9_.:/$@\\[][A-Za-z0-9_.:/$@\\[\\]=-]*+";

    private final StringBuilder text = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private int depth;

    /** A line as it stands. */
    Page line(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
        return this;
    }

    /** A line that opens a block. */
    Page open(String line) {
        line(line + " {");
        depth++;
        return this;
    }

    /** The end of a block. */
    Page close() {
        depth--;
        return line("}");
    }

    /** Something that nginx has no words for. */
    void note(String note) {
        notes.add(note);
    }

    String text() {
        return text.toString();
    }

    List<String> notes() {
        return notes;
    }

    /** A word that nginx reads as this text, whatever is in it. */
    static String word(String text) {
        if (text.matches(SAFE) && !text.contains("${")) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            int escape = "\"\\\t\r\n".indexOf(c);
            if (escape >= 0) {
                quoted.append('\\').append("\"\\trn".charAt(escape));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
