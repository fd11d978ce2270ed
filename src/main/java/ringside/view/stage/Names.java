package ringside.view.stage;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names for servers that are not there yet, in the style of those that are. */
final class Names {
    private static final Pattern LETTERED = Pattern.compile("(.*[-_])?([A-Z])");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,6})");

    private Names() {}

    /** The next names after those that are taken: A, B, C goes on with D; Server-A with Server-B; web1 with web2. */
    static List<String> next(Collection<String> taken, int count) {
        return candidates(taken).filter(n -> !taken.contains(n)).limit(count).toList();
    }

    private static Stream<String> candidates(Collection<String> taken) {
        for (var name : taken) {
            var letter = LETTERED.matcher(name);
            if (letter.matches()) {
                String prefix = letter.group(1) == null ? "" : letter.group(1);
                return lettered(prefix);
            }
        }
        for (var name : taken) {
            var number = NUMBERED.matcher(name);
            if (number.matches()) {
                return IntStream.iterate(1, i -> i + 1).mapToObj(i -> number.group(1) + i);
            }
        }
        return lettered("");
    }

    private static Stream<String> lettered(String prefix) {
        return Stream.concat(
                IntStream.rangeClosed('A', 'Z').mapToObj(c -> prefix + (char) c),
                IntStream.iterate(1, i -> i + 1).mapToObj(i -> prefix + "S" + i));
    }
}
