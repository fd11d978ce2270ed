package ringside.config;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is, told by its content alone. */
public enum FileKind {
    /** YAML that sets up a world. */
    SCENARIO,
    /** Markdown that begins with front matter. */
    LESSON,
    /** nginx's configuration. */
    NGINX,
    /** HAProxy's configuration. */
    HAPROXY,
    /** A run, which is no text. */
    RUN;

    private static final String FENCE = "---";
    private static final Pattern YAML = Pattern.compile("[{%].*|-( .*|--.*)?|[^\\s:;]+\\s*:(\\s.*)?");
    private static final Set<String> SECTIONS = Set.of(
            "global",
            "defaults",
            "listen",
            "frontend",
            "backend",
            "cache",
            "fcgi-app",
            "http-errors",
            "log-forward",
            "mailers",
            "peers",
            "program",
            "resolvers",
            "ring",
            "userlist");

    /**
     * What a text is, which is no run. Front matter between two fences makes a lesson and a first line of YAML's a scenario; HAProxy's
     * files have sections, and nginx's have braces and semicolons. What is none of these is taken for a scenario, whose
     * reader says what is wrong with it.
     */
    public static FileKind of(String text) {
        if (text.startsWith(FENCE)) {
            boolean fenced = text.lines()
                            .map(String::stripTrailing)
                            .filter(FENCE::equals)
                            .limit(2)
                            .count()
                    == 2;
            return fenced ? LESSON : SCENARIO;
        }
        var lines = text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty() || YAML.matcher(lines.getFirst()).matches()) {
            return SCENARIO;
        }
        if (beginsSection(lines.getFirst())) {
            return HAPROXY;
        }
        return lines.stream().anyMatch(FileKind::isNginx) ? NGINX : proxyOrScenario(lines);
    }

    private static FileKind proxyOrScenario(List<String> lines) {
        return lines.stream().anyMatch(FileKind::beginsSection) ? HAPROXY : SCENARIO;
    }

    /** Whether one of HAProxy's sections begins with a line. */
    public static boolean beginsSection(String line) {
        var stripped = line.strip();
        return SECTIONS.contains(stripped.split("\\s", 2)[0]) && !isNginx(stripped);
    }

    private static boolean isNginx(String line) {
        return line.endsWith(";") || line.endsWith("{") || line.endsWith("}");
    }
}
