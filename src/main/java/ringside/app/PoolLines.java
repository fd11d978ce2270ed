package ringside.app;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import ringside.config.FileKind;
import ringside.config.Place;
import ringside.config.proxy.Note;

/**
 * The lines of a proxy's configuration that are about one pool: nginx's block of it, or HAProxy's section.
 *
 * @param file the file's name
 * @param first the first line, from 1
 * @param last the last line
 */
record PoolLines(String file, int first, int last) {
    /** Those of the pool with this name; none when it has no lines of its own. */
    static PoolLines of(InputFile input, String pool) {
        var name = "[\"']?" + Pattern.quote(pool) + "[\"']?";
        return switch (input.kind()) {
            case NGINX -> find(input, Pattern.compile(".*\\bupstream\\s+" + name + "\\s*(\\{.*)?"), PoolLines::block);
            default -> find(input, Pattern.compile("\\s*(listen|backend)\\s+" + name + "(\\s.*)?"), PoolLines::section);
        };
    }

    private interface End {
        /** How many lines there are from the first one on. */
        int length(List<String> lines);
    }

    private static PoolLines find(InputFile input, Pattern beginning, End end) {
        var lines = input.text()
                .lines()
                .map(line -> line.replaceFirst("#.*", "").stripTrailing())
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (beginning.matcher(lines.get(i)).matches()) {
                return new PoolLines(input.name(), i + 1, i + end.length(lines.subList(i, lines.size())));
            }
        }
        return new PoolLines(input.name(), 1, 0);
    }

    private static int block(List<String> lines) {
        int depth = 0;
        boolean begun = false;
        for (int i = 0; i < lines.size(); i++) {
            for (char c : lines.get(i).toCharArray()) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                begun |= c == '{';
            }
            if (begun && depth <= 0) {
                return i + 1;
            }
        }
        return lines.size();
    }

    private static int section(List<String> lines) {
        Predicate<String> next = FileKind::beginsSection;
        int more = (int) lines.stream().skip(1).takeWhile(next.negate()).count();
        return 1 + more;
    }

    /** Whether a note is about these lines. */
    boolean have(Note note) {
        Place at = note.place();
        return at.file().equals(file) && at.line() >= first && at.line() <= last;
    }
}
