package ringside.app;

import java.io.PrintWriter;

/** Comma-separated values as in RFC 4180, with line feeds. */
final class Csv {
    private static final int LOOK_ROWS = 4096;

    private final PrintWriter out;
    private int rows;
    private boolean broken;

    Csv(PrintWriter out) {
        this.out = out;
    }

    /** Whether nobody reads any more, or there is no room: looked at now and then. */
    boolean broken() {
        return broken;
    }

    /** Writes one row. */
    void row(String... fields) {
        if (++rows % LOOK_ROWS == 0) {
            broken = out.checkError();
        }
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            field(fields[i]);
        }
        out.write('\n');
    }

    private void field(String text) {
        if (plain(text)) {
            out.write(text);
        } else {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
