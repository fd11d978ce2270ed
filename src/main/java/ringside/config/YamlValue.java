package ringside.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One value of a YAML text, read as what it should be.
 *
 * <p>Each reading method throws {@link BadInput} with the value's place when it is something else. Types are those of a
 * JSON Schema: a plain {@code 7} is a number and no text, {@code "7"} is text and no number.
 */
public final class YamlValue {
    private static final String ROOT = "this";
    private static final List<String> OFF = List.of("off", "none");

    private final String name;
    private final YamlNode node;

    private YamlValue(String name, YamlNode node) {
        this.name = name;
        this.node = node;
    }

    static YamlValue root(YamlNode node) {
        return new YamlValue(ROOT, node);
    }

    static YamlValue named(String key, YamlNode node) {
        return new YamlValue("`" + Printable.brief(key) + "`", node);
    }

    /** Where it begins. */
    public Place place() {
        return node.place();
    }

    /** Whether it is a single text. */
    public boolean isText() {
        return YamlType.of(node) == YamlType.TEXT;
    }

    /** Whether it is {@code off}, which may also be called {@code none}. */
    public boolean isOff() {
        return isText() && OFF.contains(text());
    }

    /** Whether it has keys. */
    public boolean isMap() {
        return node instanceof YamlNode.Mapping;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node instanceof YamlNode.Sequence;
    }

    /** A text. */
    public String text() {
        return switch (YamlType.of(node)) {
            case TEXT -> ((YamlNode.Scalar) node).text();
            case NUMBER, TRUTH -> throw wrong("is " + shown() + "; it should be text: write \"" + shown() + "\"");
            case MAP, LIST -> throw wrong("is " + shown() + "; it should be text: put it in quotes");
            default -> throw shouldBe("text");
        };
    }

    /** A single value as it is written, of whatever type; nothing when it is a list or has keys. */
    public Optional<String> written() {
        return node instanceof YamlNode.Scalar(var _, var text, var _) ? Optional.of(text) : Optional.empty();
    }

    /** A text that a function understands; its {@link IllegalArgumentException} says what is wrong with it. */
    public <T> T text(Function<String, T> meaning) {
        var text = text();
        return checked(() -> meaning.apply(text));
    }

    /** A duration with its unit, such as {@code 10ms}. */
    public Duration duration() {
        return scalar(Units::duration, "a duration such as 10ms, 1s or 2m");
    }

    /** A duration with its unit, within bounds, both inclusive. */
    public Duration duration(Duration least, Duration most) {
        var duration = duration();
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw shouldBe("a duration from " + Units.of(least) + " to " + Units.of(most));
        }
        return duration;
    }

    /** A rate with its unit, such as {@code 80/s}, as how many a second, within bounds, both inclusive. */
    public double rate(double least, double most) {
        double rate = scalar(Units::rate, "a rate such as 80/s or 600/min");
        if (rate < least || rate > most) {
            throw shouldBe("a rate from " + Units.ofRate(least) + " to " + Units.ofRate(most));
        }
        return rate;
    }

    /** A whole number within bounds, both inclusive. */
    public int whole(int least, int most) {
        return (int) whole((long) least, most);
    }

    /** A whole number within bounds, both inclusive. */
    public long whole(long least, long most) {
        var wanted = "a whole number from " + least + " to " + most;
        if (YamlType.of(node) == YamlType.NUMBER && Units.isWhole(shown())) {
            long number = Long.parseLong(shown());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw shouldBe(wanted);
    }

    /** A number within bounds, both inclusive. */
    public double number(double least, double most) {
        if (YamlType.of(node) == YamlType.NUMBER && Units.isNumber(shown())) {
            double number = Double.parseDouble(shown());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw shouldBe("a number from " + Units.of(least) + " to " + Units.of(most));
    }

    /** A whole percentage, such as {@code 20%}, within bounds, both inclusive. */
    public int percent(int least, int most) {
        if (isText() && Units.isPercent(text())) {
            int percent = Units.percent(text());
            if (percent >= least && percent <= most) {
                return percent;
            }
        }
        throw shouldBe("a whole percentage from " + least + "% to " + most + "%");
    }

    /** {@code true} or {@code false}. */
    public boolean yesOrNo() {
        if (YamlType.of(node) != YamlType.TRUTH) {
            throw shouldBe("true or false");
        }
        return "true".equals(((YamlNode.Scalar) node).text());
    }

    /** One of some words. */
    public String oneOf(String... words) {
        var wanted = "one of " + String.join(", ", words);
        if (!isText()) {
            throw shouldBe(wanted);
        }
        var given = text();
        if (!Arrays.asList(words).contains(given)) {
            throw wrong("is " + shown() + "; it should be " + wanted
                    + Nearest.to(given, List.of(words))
                            .map(guess -> " (did you mean " + guess + "?)")
                            .orElse(""));
        }
        return given;
    }

    /** Values in a row; each is named after this one in messages. */
    public List<YamlValue> list() {
        if (!(node instanceof YamlNode.Sequence(var _, var items))) {
            throw shouldBe("a list");
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> named(name.replace("`", "") + "[" + i + "]", items.get(i)))
                .toList();
    }

    /** Values by key, where only these keys may be. */
    public YamlMap map(String... known) {
        return new YamlMap(this, mapping(String.join(", ", known)), new LinkedHashSet<>(List.of(known)));
    }

    /** Values by key, where any key may be. */
    public Map<String, YamlValue> entries() {
        var entries = new LinkedHashMap<String, YamlValue>();
        mapping("…").fields().forEach((key, field) -> entries.put(key, named(key, field.value())));
        return entries;
    }

    /** A single key of these and its value, such as {@code {poisson: 80/s}}. */
    public Map.Entry<String, YamlValue> choice(String... known) {
        var fields = map(known);
        var given = Arrays.stream(known).filter(fields::has).toList();
        if (given.size() != 1) {
            throw wrong("has " + given.size() + " keys; it should have one of " + String.join(", ", known));
        }
        return Map.entry(given.getFirst(), fields.required(given.getFirst()));
    }

    /** What a supplier makes of this value; its {@link IllegalArgumentException} becomes a {@link BadInput} here. */
    public <T> T checked(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(place(), name + ": " + e.getMessage());
        }
    }

    /** That something is wrong with this value: its name followed by what. */
    public BadInput wrong(String what) {
        return new BadInput(place(), name + " " + what);
    }

    /** That this value should be something else. */
    public BadInput shouldBe(String wanted) {
        return wrong("is " + shown() + "; it should be " + wanted);
    }

    String inside() {
        return name.equals(ROOT) ? "" : " in " + name;
    }

    private YamlNode.Mapping mapping(String keys) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw shouldBe("a map with the keys " + keys);
        }
        return mapping;
    }

    private <T> T scalar(Function<String, T> meaning, String wanted) {
        return switch (YamlType.of(node)) {
            case TEXT, NUMBER -> checked(() -> meaning.apply(((YamlNode.Scalar) node).text()));
            default -> throw shouldBe(wanted);
        };
    }

    private String shown() {
        return switch (node) {
            case YamlNode.Sequence(var _, var _) -> "a list";
            case YamlNode.Mapping(var _, var _) -> "a map";
            case YamlNode.Scalar(var _, var text, var plain) ->
                YamlType.of(node) == YamlType.NOTHING
                        ? "empty"
                        : plain ? Printable.brief(text) : "\"" + Printable.brief(text) + "\"";
        };
    }
}
