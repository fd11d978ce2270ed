package ringside.lesson;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Vocabulary;
import ringside.world.Scenario;

/** Names that a lesson gives somewhere and may use anywhere, found before it is read. */
final class Names {
    /*
     * Each of these looks at one line, and at no stretch of it twice: a file made to be slow to search is not.
     */
    private static final String NAME = "add[ \\t]+([^\\s\"',\\]]{1,64})";
    private static final Pattern ADDED = Pattern.compile(
            "(?m)^[ \\t]*+(?:-[ \\t]++|solution:[ \\t]*+|words:[ \\t]*+)?[\"']?(?:\\d\\S{0,15} )?" + NAME);
    private static final Pattern ADDED_INLINE = Pattern.compile("[\\[,]\\s*+[\"']?(?:\\d\\S{0,15} )?" + NAME);
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(trial|keep)[ \\t]*$(.*?)^```");
    private static final String ID = "id:\\s*[\"']?([a-z0-9][a-z0-9-]*)";
    private static final Pattern WAY = Pattern.compile("(?m)(?:^[ \\t]+|[-{,][ \\t]*)" + ID);
    private static final Pattern KEPT = Pattern.compile("(?m)^" + ID);

    private Names() {}

    /** The words that a lesson of this text may use: its servers, its ways and its figures besides. */
    static Vocabulary in(String text, Scenario scenario, Vocabulary known) {
        var servers = Stream.concat(
                scenario.servers().stream().map(s -> s.id().name()),
                Stream.concat(found(ADDED, text), found(ADDED_INLINE, text)));
        return known.with(Parameter.SERVER, servers.distinct().toList())
                .with(Parameter.WAY, inside("trial", WAY, text))
                .with(Parameter.KEPT, inside("keep", KEPT, text));
    }

    private static List<String> inside(String kind, Pattern pattern, String text) {
        return FENCE.matcher(text)
                .results()
                .filter(fence -> fence.group(1).equals(kind))
                .flatMap(fence -> found(pattern, fence.group(2)))
                .distinct()
                .toList();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(m -> m.group(1));
    }
}
