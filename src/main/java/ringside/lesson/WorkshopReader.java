package ringside.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.YamlMap;
import ringside.config.YamlValue;
import ringside.lesson.workshop.Dialect;
import ringside.lesson.workshop.Goal;
import ringside.lesson.workshop.Workshop;
import ringside.lesson.workshop.Workshop.Distractor;
import ringside.lesson.workshop.Workshop.Wrong;

/** Reads a {@code workshop} block. */
final class WorkshopReader {
    private static final int MOST = 40;
    private static final int MOST_GOALS = 8;
    private static final int USUAL_PORT = 8080;
    private static final int LAST_PORT = 65_535;
    private static final String[] GOALS = {"turns", "shares", "survives", "recovers", "leads"};

    private WorkshopReader() {}

    static Block.Build read(Place at, YamlValue yaml) {
        var fields = yaml.map(
                "dialect", "text", "listen", "pieces", "distractors", "start", "solution", "goals", "wrong", "done");
        var dialect = Dialect.valueOf(
                fields.required("dialect").oneOf("nginx", "haproxy").toUpperCase(Locale.ROOT));
        var pieces = list(fields, "pieces", YamlValue::text);
        var solution = solution(fields, dialect, pieces);
        var goals = goals(fields.required("goals"));
        return new Block.Build(
                at,
                new Workshop(
                        dialect,
                        fields.required("text").text(),
                        fields.optional("listen").map(WorkshopReader::port).orElse(USUAL_PORT),
                        servers(dialect, solution, goals),
                        pieces,
                        list(fields, "distractors", value -> distractor(value, "piece")),
                        fields.optional("start").map(YamlValue::text).orElse(""),
                        solution,
                        goals,
                        list(fields, "wrong", value -> wrong(value, solution)),
                        fields.optional("done").map(YamlValue::text)));
    }

    private static <T> List<T> list(YamlMap fields, String key, Function<YamlValue, T> meaning) {
        var value = fields.optional(key);
        var list = value.map(YamlValue::list).orElse(List.of());
        if (list.size() > MOST) {
            throw value.orElseThrow().wrong("has " + list.size() + "; there are at most " + MOST);
        }
        return list.stream().map(meaning).toList();
    }

    /** What is right: written out, or else the pieces in their order. Whatever it is, the dialect has to take it. */
    private static String solution(YamlMap fields, Dialect dialect, List<String> pieces) {
        if (pieces.isEmpty() || fields.has("solution")) {
            var solution = fields.required("solution");
            return runnable(solution, dialect, solution.text());
        }
        return runnable(fields.required("pieces"), dialect, dialect.laidOut(pieces));
    }

    private static String runnable(YamlValue at, Dialect dialect, String text) {
        try {
            dialect.confine(text, port -> port);
            return text;
        } catch (BadInput e) {
            throw at.wrong("can't be run: " + e.getMessage());
        }
    }

    /** The ports that the solution and the goals name. */
    private static List<Integer> servers(Dialect dialect, String solution, List<Goal> goals) {
        var named = dialect.read(solution).upstreams().stream()
                .flatMap(upstream -> upstream.servers().stream())
                .flatMap(server -> server.address().stream())
                .map(address -> Integer.valueOf(address.substring(address.lastIndexOf(':') + 1)));
        var all = new TreeSet<>(named.toList());
        goals.forEach(goal -> all.addAll(goal.servers()));
        return List.copyOf(all);
    }

    private static Distractor distractor(YamlValue value, String key) {
        var fields = value.map(key, "because");
        return new Distractor(
                fields.required(key).text(), fields.required("because").text());
    }

    private static List<Goal> goals(YamlValue value) {
        var list = value.list();
        if (list.isEmpty() || list.size() > MOST_GOALS) {
            throw value.wrong("has " + list.size() + "; there are 1 to " + MOST_GOALS);
        }
        return list.stream().map(WorkshopReader::goal).toList();
    }

    private static Goal goal(YamlValue value) {
        var chosen = value.choice(GOALS);
        var goal = chosen.getValue();
        return switch (chosen.getKey()) {
            case "turns" -> {
                var fields = goal.map("path", "servers");
                yield new Goal.Turns(path(fields), servers(fields.required("servers"), WorkshopReader::port));
            }
            case "shares" -> {
                var fields = goal.map("path", "weights");
                var weights = new TreeMap<Integer, Integer>();
                for (var each : servers(fields.required("weights"), v -> v.map("server", "weight"))) {
                    weights.put(
                            port(each.required("server")),
                            each.required("weight").whole(1, 10));
                }
                yield new Goal.Shares(path(fields), weights);
            }
            case "survives" -> {
                var fields = goal.map("path", "stop");
                yield new Goal.Survives(path(fields), port(fields.required("stop")));
            }
            case "recovers" -> {
                var fields = goal.map("path", "start", "within");
                yield new Goal.Recovers(
                        path(fields),
                        port(fields.required("start")),
                        fields.required("within").duration(Duration.ofSeconds(1), Duration.ofMinutes(2)));
            }
            default -> {
                var fields = goal.map("path", "to");
                yield new Goal.Leads(path(fields), port(fields.required("to")));
            }
        };
    }

    private static <T> List<T> servers(YamlValue value, Function<YamlValue, T> meaning) {
        var list = new ArrayList<T>();
        value.list().forEach(each -> list.add(meaning.apply(each)));
        if (list.size() < 2) {
            throw value.wrong("has " + list.size() + "; there are two servers at least");
        }
        return list;
    }

    private static int port(YamlValue value) {
        return value.whole(1024, LAST_PORT);
    }

    private static String path(YamlMap fields) {
        return fields.optional("path").map(v -> v.text(WorkshopReader::path)).orElse("/");
    }

    private static String path(String text) {
        if (!text.matches("/[!-~]*")) {
            throw new IllegalArgumentException("a path begins with / and has no blanks, such as /images/cat.png");
        }
        return text;
    }

    private static Wrong wrong(YamlValue value, String solution) {
        var fields = value.map("replace", "by", "configuration", "misses", "because");
        var misses = fields.required("misses").oneOf("turns", "shares", "survives", "recovers", "leads", Wrong.READ);
        if (fields.has("configuration")) {
            return new Wrong(fields.required("configuration").text(), misses, Optional.empty());
        }
        var replace = fields.required("replace");
        var by = fields.required("by").text();
        if (!solution.contains(replace.text())) {
            throw replace.wrong("does not stand in the solution");
        }
        var why = fields.optional("because").map(because -> new Distractor(by, because.text()));
        return new Wrong(solution.replace(replace.text(), by), misses, why);
    }
}
