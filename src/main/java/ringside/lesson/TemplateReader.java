package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import ringside.config.BadInput;
import ringside.config.Place;

/** Reads text with counters in braces; two opening braces stand for one. */
final class TemplateReader {
    private static final int LONGEST = 4000;

    private final Source source;
    private final Place start;
    private final String text;
    private final List<Template.Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    TemplateReader(Source source, Place start, String text) {
        this.source = source;
        this.start = start;
        this.text = text;
    }

    Template read() {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new BadInput(start, "this text has " + text.length() + " characters; write 1 to " + LONGEST);
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("{{", at)) {
                plain.append('{');
                at++;
            } else if (text.charAt(at) == '{') {
                at = filled(at);
            } else {
                plain.append(text.charAt(at));
            }
        }
        flush();
        return new Template(parts);
    }

    private int filled(int open) {
        int close = text.indexOf('}', open);
        int another = text.indexOf('{', open + 1);
        if (close < 0 || (another >= 0 && another < close)) {
            throw new BadInput(at(open), "this { is not closed; write {remap.moved}, or {{ for a brace itself");
        }
        flush();
        var written = text.substring(open + 1, close).stripTrailing();
        boolean percent = written.endsWith(" %");
        var asked = percent ? written.substring(0, written.length() - 2) : written;
        parts.add(new Template.Part.Filled(source.expression(at(open + 1), asked), percent));
        return close;
    }

    private Place at(int index) {
        return text.indexOf('\n') >= 0 ? start : new Place(start.file(), start.line(), start.column() + index);
    }

    private void flush() {
        if (!plain.isEmpty()) {
            parts.add(new Template.Part.Plain(plain.toString()));
            plain.setLength(0);
        }
    }
}
