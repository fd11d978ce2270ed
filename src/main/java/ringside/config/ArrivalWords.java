package ringside.config;

import java.util.List;
import ringside.world.Arrivals;

/** When requests arrive: as a value of a file, and as words of a command. */
final class ArrivalWords {
    private ArrivalWords() {}

    static Arrivals read(YamlValue value) {
        if (value.isText()) {
            if (value.text().equals("none")) {
                return new Arrivals.None();
            }
            throw value.shouldBe("none, {poisson: 80/s} or {constant: 10/s}");
        }
        var choice = value.choice("poisson", "constant", "bursts", "batches", "diurnal", "closed");
        var of = choice.getValue();
        return switch (choice.getKey()) {
            case "poisson" -> new Arrivals.Poisson(of.rate(Arrivals.LEAST, Arrivals.MOST));
            case "constant" -> new Arrivals.Constant(of.rate(Arrivals.LEAST, Arrivals.MOST));
            case "bursts" -> bursts(of.map("rate", "on", "off"));
            case "batches" -> batches(of.map("rate", "size"));
            case "diurnal" -> diurnal(of.map("from", "to", "period"));
            default -> closed(of.map("clients", "think"));
        };
    }

    private static Arrivals bursts(YamlMap fields) {
        return new Arrivals.Bursts(
                fields.required("rate").rate(Arrivals.LEAST, Arrivals.MOST),
                fields.required("on").duration(Arrivals.SHORTEST, Arrivals.LONGEST),
                fields.required("off").duration(Arrivals.SHORTEST, Arrivals.LONGEST));
    }

    private static Arrivals batches(YamlMap fields) {
        return new Arrivals.Batches(
                fields.required("rate").rate(Arrivals.LEAST, Arrivals.MOST),
                fields.required("size").whole(1, Arrivals.Batches.LARGEST));
    }

    private static Arrivals diurnal(YamlMap fields) {
        return new Arrivals.Diurnal(
                fields.required("from").rate(Arrivals.LEAST, Arrivals.MOST),
                fields.required("to").rate(Arrivals.LEAST, Arrivals.MOST),
                fields.required("period").duration(Arrivals.SHORTEST, Arrivals.Diurnal.DAY));
    }

    private static Arrivals closed(YamlMap fields) {
        return new Arrivals.Closed(
                fields.required("clients").whole(1, Arrivals.Closed.MOST_CLIENTS),
                fields.required("think").duration(Arrivals.SHORTEST, Arrivals.LONGEST));
    }

    static String yaml(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.None() -> "none";
            case Arrivals.Constant(double perSecond) -> "{constant: " + Units.ofRate(perSecond) + "}";
            case Arrivals.Poisson(double perSecond) -> "{poisson: " + Units.ofRate(perSecond) + "}";
            case Arrivals.Bursts(double perSecond, var on, var off) ->
                "{bursts: {rate: " + Units.ofRate(perSecond) + ", on: " + Units.of(on) + ", off: " + Units.of(off)
                        + "}}";
            case Arrivals.Batches(double perSecond, int size) ->
                "{batches: {rate: " + Units.ofRate(perSecond) + ", size: " + size + "}}";
            case Arrivals.Diurnal(double from, double to, var period) ->
                "{diurnal: {from: " + Units.ofRate(from) + ", to: " + Units.ofRate(to) + ", period: " + Units.of(period)
                        + "}}";
            case Arrivals.Closed(int clients, var think) ->
                "{closed: {clients: " + clients + ", think: " + Units.of(think) + "}}";
        };
    }

    /** What the next words say. */
    static Arrivals arrivals(Words words) {
        return switch (words.next("how requests arrive")) {
            case "off" -> new Arrivals.None();
            case "poisson" -> words.next("a rate", w -> new Arrivals.Poisson(Units.rate(w)));
            case "constant" -> words.next("a rate", w -> new Arrivals.Constant(Units.rate(w)));
            case "bursts" -> bursts(words);
            case "batches" -> batches(words);
            case "diurnal" -> diurnal(words);
            case "closed" -> closed(words);
            default ->
                throw words.unknown(
                        "unknown arrivals",
                        List.of("off", "poisson", "constant", "bursts", "batches", "diurnal", "closed"));
        };
    }

    private static Arrivals bursts(Words words) {
        double rate = words.next("a rate", Units::rate);
        words.require("on");
        var on = words.next("a burst's length", Units::duration);
        words.require("off");
        return words.next("the quiet between bursts", w -> new Arrivals.Bursts(rate, on, Units.duration(w)));
    }

    private static Arrivals batches(Words words) {
        double rate = words.next("a rate of batches", Units::rate);
        words.require("of");
        int size = words.whole("a batch's number of requests", 1, Arrivals.Batches.LARGEST);
        return words.checked(() -> new Arrivals.Batches(rate, size));
    }

    private static Arrivals diurnal(Words words) {
        double from = words.next("a rate", Units::rate);
        words.require("to");
        double to = words.next("a rate", Units::rate);
        words.require("period");
        return words.next("a period", w -> new Arrivals.Diurnal(from, to, Units.duration(w)));
    }

    private static Arrivals closed(Words words) {
        int clients = words.whole("a number of clients", 1, Arrivals.Closed.MOST_CLIENTS);
        words.require("think");
        return words.next("the time that a client thinks", w -> new Arrivals.Closed(clients, Units.duration(w)));
    }

    static String of(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.None() -> "off";
            case Arrivals.Poisson(double perSecond) -> "poisson " + Units.ofRate(perSecond);
            case Arrivals.Constant(double perSecond) -> "constant " + Units.ofRate(perSecond);
            case Arrivals.Bursts(double perSecond, var on, var off) ->
                "bursts " + Units.ofRate(perSecond) + " on " + Units.of(on) + " off " + Units.of(off);
            case Arrivals.Batches(double perSecond, int size) -> "batches " + Units.ofRate(perSecond) + " of " + size;
            case Arrivals.Diurnal(double from, double to, var period) ->
                "diurnal " + Units.ofRate(from) + " to " + Units.ofRate(to) + " period " + Units.of(period);
            case Arrivals.Closed(int clients, var think) -> "closed " + clients + " think " + Units.of(think);
        };
    }
}
