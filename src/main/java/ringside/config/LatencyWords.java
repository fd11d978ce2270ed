package ringside.config;

import java.time.Duration;
import ringside.world.Latency;

/** How long a server works on one request: as a value of a file, and as words of a command. */
public final class LatencyWords {
    private static final Duration NANO = Duration.ofNanos(1);

    private LatencyWords() {}

    static Latency read(YamlValue value) {
        if (!value.isMap()) {
            return new Latency.Constant(value.duration(Duration.ZERO, Latency.LONGEST));
        }
        var choice = value.choice("constant", "exponential", "uniform", "lognormal", "pareto", "outliers");
        var of = choice.getValue();
        return switch (choice.getKey()) {
            case "constant" -> new Latency.Constant(of.duration(Duration.ZERO, Latency.LONGEST));
            case "exponential" -> new Latency.Exponential(of.duration(NANO, Latency.LONGEST));
            case "uniform" -> uniform(of);
            case "lognormal" -> logNormal(of);
            case "pareto" -> pareto(of);
            default -> outliers(of);
        };
    }

    private static Latency uniform(YamlValue value) {
        var bounds = value.list();
        if (bounds.size() != 2) {
            throw value.wrong("has " + bounds.size() + " bounds; it should have two, such as [5ms, 9ms]");
        }
        var least = bounds.get(0).duration(Duration.ZERO, Latency.LONGEST);
        return new Latency.Uniform(least, bounds.get(1).duration(least, Latency.LONGEST));
    }

    private static Latency logNormal(YamlValue value) {
        var fields = value.map("median", "p99");
        var median = fields.required("median").duration(NANO, Latency.LONGEST);
        return new Latency.LogNormal(median, fields.required("p99").duration(median, Latency.LONGEST));
    }

    private static Latency pareto(YamlValue value) {
        var fields = value.map("scale", "shape");
        return new Latency.Pareto(
                fields.required("scale").duration(NANO, Latency.LONGEST),
                fields.required("shape").number(0.5, 100));
    }

    private static Latency outliers(YamlValue value) {
        var fields = value.map("usual", "percent", "times");
        var usual = read(fields.required("usual"));
        double percent = fields.required("percent").number(0.001, 50);
        double times = fields.required("times").number(1, 1000);
        return value.checked(() -> new Latency.Outliers(usual, percent, times));
    }

    static String yaml(Latency latency) {
        return switch (latency) {
            case Latency.Constant(var each) -> "{constant: " + Units.of(each) + "}";
            case Latency.Exponential(var mean) -> "{exponential: " + Units.of(mean) + "}";
            case Latency.Uniform(var least, var most) -> "{uniform: [" + Units.of(least) + ", " + Units.of(most) + "]}";
            case Latency.LogNormal(var median, var p99) ->
                "{lognormal: {median: " + Units.of(median) + ", p99: " + Units.of(p99) + "}}";
            case Latency.Pareto(var scale, double shape) ->
                "{pareto: {scale: " + Units.of(scale) + ", shape: " + Units.of(shape) + "}}";
            case Latency.Outliers(var usual, double percent, double times) ->
                "{outliers: {usual: " + yaml(usual) + ", percent: " + Units.of(percent) + ", times: " + Units.of(times)
                        + "}}";
        };
    }

    /** What the next words say. */
    static Latency latency(Words words) {
        var usual = usual(words);
        if (!words.took("outliers")) {
            return usual;
        }
        double percent = words.next("a share of outliers", LatencyWords::percent);
        return words.next("an outlier's factor", w -> new Latency.Outliers(usual, percent, Units.times(w)));
    }

    private static Latency usual(Words words) {
        if (words.took("exponential")) {
            return words.next("a mean latency", w -> new Latency.Exponential(Units.duration(w)));
        } else if (words.took("uniform")) {
            var least = words.next("the least latency", Units::duration);
            return words.next("the most latency", w -> new Latency.Uniform(least, Units.duration(w)));
        } else if (words.took("lognormal")) {
            var median = words.next("a median latency", Units::duration);
            return words.next("a latency's p99", w -> new Latency.LogNormal(median, Units.duration(w)));
        } else if (words.took("pareto")) {
            var scale = words.next("the least latency", Units::duration);
            double shape = words.number("a shape");
            return words.checked(() -> new Latency.Pareto(scale, shape));
        }
        words.took("constant");
        return words.next("a latency", w -> new Latency.Constant(Units.duration(w)));
    }

    private static double percent(String word) {
        if (!word.endsWith("%") || !Units.isNumber(word.substring(0, word.length() - 1))) {
            throw new IllegalArgumentException(Printable.brief(word) + " is no percentage");
        }
        return Double.parseDouble(word.substring(0, word.length() - 1));
    }

    /** The latency that a line of words says. @throws BadInput when it says none, at the column of what is wrong */
    public static Latency latency(Place start, String line) {
        var words = new Words(start, line, Reach.THIS_MACHINE);
        var latency = latency(words);
        words.end();
        return latency;
    }

    /** The words that say it. */
    public static String of(Latency latency) {
        return switch (latency) {
            case Latency.Constant(var each) -> "constant " + Units.of(each);
            case Latency.Exponential(var mean) -> "exponential " + Units.of(mean);
            case Latency.Uniform(var least, var most) -> "uniform " + Units.of(least) + " " + Units.of(most);
            case Latency.LogNormal(var median, var p99) -> "lognormal " + Units.of(median) + " " + Units.of(p99);
            case Latency.Pareto(var scale, double shape) -> "pareto " + Units.of(scale) + " " + Units.of(shape);
            case Latency.Outliers(var usual, double percent, double times) ->
                of(usual) + " outliers " + Units.of(percent) + "% x" + Units.of(times);
        };
    }
}
