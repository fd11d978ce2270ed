package ringside.lesson;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringside.config.Nearest;
import ringside.config.Place;
import ringside.config.Units;
import ringside.config.YamlValue;
import ringside.lesson.expression.Expression;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Value;

/** Reads {@code trial} and {@code keep} blocks: figures of other ways, and figures to be kept. */
final class TrialReader {
    private static final int MOST_WAYS = 6;
    private static final int MOST_SHOWN = 6;
    private static final int MOST_WORDS = 40;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final String TRIED = "tried.";
    private static final Pattern FIGURE = Pattern.compile("([a-z][a-z0-9_.]*)(?:\\((.*)\\))?");

    private final Source source;

    TrialReader(Source source) {
        this.source = source;
    }

    Block.Trial trial(Place at, YamlValue yaml) {
        var fields = yaml.map("id", "label", "for", "ways", "show");
        var lasts = fields.required("for").duration(SHORTEST, LONGEST);
        var ways = list(fields.required("ways"), MOST_WAYS).stream()
                .map(v -> way(v, lasts))
                .toList();
        var seen = new HashSet<String>();
        ways.stream().map(Block.Way::id).filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw fields.required("ways").wrong("has " + id + " a second time; each way has a name of its own");
        });
        return new Block.Trial(
                at,
                fields.required("id").text(TrialReader::id),
                source.words(fields.required("label")),
                lasts,
                ways,
                list(fields.required("show"), MOST_SHOWN).stream()
                        .map(v -> shown(v, ways))
                        .toList());
    }

    private static List<YamlValue> list(YamlValue value, int most) {
        var list = value.list();
        if (list.isEmpty() || list.size() > most) {
            throw value.wrong("has " + list.size() + "; there are 1 to " + most);
        }
        return list;
    }

    private Block.Way way(YamlValue value, Duration lasts) {
        var fields = value.map("id", "text", "words");
        var words = fields.optional("words").map(YamlValue::list).orElse(List.of());
        if (words.size() > MOST_WORDS) {
            throw fields.required("words").wrong("has " + words.size() + "; there are at most " + MOST_WORDS);
        }
        return new Block.Way(
                fields.required("id").text(TrialReader::id),
                source.words(fields.required("text")),
                words.stream().map(v -> within(lasts, v)).toList());
    }

    private Block.TimedWords within(Duration lasts, YamlValue value) {
        var said = source.timed(value);
        if (said.at().compareTo(lasts) > 0) {
            throw value.wrong("is said after the trial is over; it lasts " + Units.of(lasts));
        }
        return said;
    }

    private Block.Shown shown(YamlValue value, List<Block.Way> ways) {
        var fields = value.map("text", "value", "unit");
        var asked = fields.required("value");
        var matcher = FIGURE.matcher(asked.text());
        if (!matcher.matches()) {
            throw asked.wrong("is no figure of a trial; write one such as p99 or chosen(A)");
        }
        var figures = source.vocabulary().facts().values().stream()
                .map(Signature::name)
                .filter(name -> name.startsWith(TRIED))
                .map(name -> name.substring(TRIED.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!figures.contains(matcher.group(1))) {
            throw asked.wrong("asks for " + matcher.group(1) + ", which is no figure of a trial"
                    + Nearest.hint(matcher.group(1), figures));
        }
        Map<String, Expression> values = new LinkedHashMap<>();
        for (var way : ways) {
            var more = matcher.group(2) == null ? "" : ", " + matcher.group(2);
            values.put(way.id(), figure(asked, TRIED + matcher.group(1) + "(" + way.id() + more + ")"));
        }
        return new Block.Shown(source.words(fields.required("text")), unit(fields.optional("unit")), values);
    }

    private Expression figure(YamlValue asked, String written) {
        return numeric(asked, source.made(asked.place(), written));
    }

    private static Expression numeric(YamlValue at, Expression expression) {
        if (expression.kind() != Value.Kind.NUMBER) {
            throw at.wrong("is " + expression.kind() + "; a figure is a number");
        }
        return expression;
    }

    Block.Keep keep(Place at, YamlValue yaml) {
        var fields = yaml.map("id", "text", "value", "unit", "when");
        var value = fields.required("value");
        return new Block.Keep(
                at,
                fields.required("id").text(TrialReader::id),
                source.template(fields.required("text")),
                numeric(value, source.expression(value)),
                unit(fields.optional("unit")),
                fields.optional("when").map(source::condition));
    }

    static Block.Unit unit(Optional<YamlValue> value) {
        return value.map(v -> v.oneOf("number", "percent", "ms"))
                .map(word -> word.equals("ms") ? Block.Unit.MILLIS : Block.Unit.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Block.Unit.NUMBER);
    }

    /** A name within a lesson. */
    static String id(String text) {
        if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")
                || Set.of("if", "and", "or", "not").contains(text)) {
            throw new IllegalArgumentException(
                    "a name here is up to 40 small letters, digits and hyphens, such as one");
        }
        return text;
    }
}
