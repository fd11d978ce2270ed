package ringside.lesson;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The rows of a text whose fields stand between separators (RFC 4180 with another separator): a field in quotes may have
 * separators and lines in it, and a quote within is doubled. Lines that begin with # and blank lines are left out.
 *
 * @param firstLine the number of the text's first line
 */
record AnkiRows(String text, char separator, int firstLine) implements Iterable<AnkiRows.Row> {
    /** The fields of a row, and the line on which it begins. */
    record Row(int line, List<String> fields) {}

    @Override
    public Iterator<Row> iterator() {
        return new Cursor();
    }

    private final class Cursor implements Iterator<Row> {
        private int at;
        private int line = firstLine;

        @Override
        public boolean hasNext() {
            while (at < text.length()) {
                int end = text.indexOf('\n', at);
                end = end < 0 ? text.length() : end;
                if (text.charAt(at) != '#' && !text.substring(at, end).isBlank()) {
                    return true;
                }
                at = end + 1;
                line++;
            }
            return false;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int begins = line;
            var fields = new ArrayList<String>();
            boolean more = true;
            while (more) {
                fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
                more = at < text.length() && text.charAt(at) == separator;
                at++;
            }
            line++;
            return new Row(begins, fields);
        }

        private String plain() {
            int begin = at;
            while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
                at++;
            }
            var field = text.substring(begin, at);
            return field.endsWith("\r") ? field.substring(0, field.length() - 1) : field;
        }

        /* What follows the closing quote in the same field belongs to it, as it does to most readers of such texts. */
        private String quoted() {
            var field = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                line += c == '\n' ? 1 : 0;
                if (c != '"') {
                    field.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append('"');
                    at++;
                } else {
                    break;
                }
            }
            return field.append(plain()).toString().replace("\r\n", "\n");
        }
    }
}
