package ringside.config;

import java.time.Duration;
import java.util.List;
import ringside.world.Behaviour;

/** How a server treats its requests: as a value of a file, and as words of a command. */
final class BehaviourWords {
    private static final List<String> VERBS = List.of(
            "zombie",
            "crash",
            "refuse",
            "recover",
            "slow",
            "errors",
            "freeze",
            "reset",
            "truncate",
            "endless",
            "miscount",
            "flap",
            "warm",
            "trickle");

    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private BehaviourWords() {}

    static Behaviour read(YamlValue value) {
        if (value.isMap()) {
            return measured(value);
        }
        return switch (value.oneOf(
                "healthy", "zombie", "refusing", "crashed", "frozen", "resetting", "truncating", "endless-head")) {
            case "zombie" -> new Behaviour.Zombie();
            case "refusing" -> new Behaviour.Refusing();
            case "crashed" -> new Behaviour.Crashed();
            case "frozen" -> new Behaviour.Frozen();
            case "resetting" -> new Behaviour.Resetting();
            case "truncating" -> new Behaviour.Truncating();
            case "endless-head" -> new Behaviour.EndlessHead();
            default -> Behaviour.HEALTHY;
        };
    }

    private static Behaviour measured(YamlValue value) {
        var choice = value.choice("slow", "errors", "miscounting", "flapping", "warming", "trickling");
        var of = choice.getValue();
        return switch (choice.getKey()) {
            case "slow" -> new Behaviour.Slow(of.number(1, 1000));
            case "errors" -> new Behaviour.Errors(of.whole(1, 100));
            case "miscounting" -> of.checked(() -> new Behaviour.Miscounting(of.whole(-1000, 1000)));
            case "flapping" -> flapping(of);
            case "warming" -> new Behaviour.Warming(of.duration(Behaviour.SHORTEST, Behaviour.LONGEST));
            default -> new Behaviour.Trickling(of.duration(MILLI, MINUTE));
        };
    }

    private static Behaviour flapping(YamlValue value) {
        if (!value.isList()) {
            var each = value.duration(Behaviour.SHORTEST, Behaviour.LONGEST);
            return new Behaviour.Flapping(each, each);
        }
        var times = value.list();
        if (times.size() != 2) {
            throw value.wrong("has " + times.size() + " times; it should have two, up and down, such as [2s, 500ms]");
        }
        return new Behaviour.Flapping(
                times.get(0).duration(Behaviour.SHORTEST, Behaviour.LONGEST),
                times.get(1).duration(Behaviour.SHORTEST, Behaviour.LONGEST));
    }

    static String yaml(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Healthy() -> "healthy";
            case Behaviour.Zombie() -> "zombie";
            case Behaviour.Refusing() -> "refusing";
            case Behaviour.Crashed() -> "crashed";
            case Behaviour.Frozen() -> "frozen";
            case Behaviour.Resetting() -> "resetting";
            case Behaviour.Truncating() -> "truncating";
            case Behaviour.EndlessHead() -> "endless-head";
            case Behaviour.Slow(double times) -> "{slow: " + Units.of(times) + "}";
            case Behaviour.Errors(int percent) -> "{errors: " + percent + "}";
            case Behaviour.Miscounting(int by) -> "{miscounting: " + by + "}";
            case Behaviour.Flapping(var up, var down) ->
                up.equals(down)
                        ? "{flapping: " + Units.of(up) + "}"
                        : "{flapping: [" + Units.of(up) + ", " + Units.of(down) + "]}";
            case Behaviour.Warming(var over) -> "{warming: " + Units.of(over) + "}";
            case Behaviour.Trickling(var gap) -> "{trickling: " + Units.of(gap) + "}";
        };
    }

    /** What a verb and the words behind it say. */
    static Behaviour behaviour(Words words, String verb) {
        return switch (verb) {
            case "zombie" -> new Behaviour.Zombie();
            case "crash" -> new Behaviour.Crashed();
            case "refuse" -> new Behaviour.Refusing();
            case "recover" -> Behaviour.HEALTHY;
            case "freeze" -> new Behaviour.Frozen();
            case "reset" -> new Behaviour.Resetting();
            case "truncate" -> new Behaviour.Truncating();
            case "endless" -> new Behaviour.EndlessHead();
            case "slow" -> words.next("how many times as slow", w -> new Behaviour.Slow(Units.times(w)));
            case "errors" -> words.next("how many errors", w -> new Behaviour.Errors(Units.percent(w)));
            case "miscount" -> {
                int by = words.whole("a number of bytes", -1000, 1000);
                yield words.checked(() -> new Behaviour.Miscounting(by));
            }
            case "flap" -> flapping(words);
            case "warm" -> words.next("how long it warms up", w -> new Behaviour.Warming(Units.duration(w)));
            case "trickle" -> words.next("the gap between bytes", w -> new Behaviour.Trickling(Units.duration(w)));
            default -> throw words.unknown("unknown behaviour", VERBS);
        };
    }

    private static Behaviour flapping(Words words) {
        var up = words.next("how long it is up", Units::duration);
        var down = words.took("off") ? words.next("how long it is down", Units::duration) : up;
        return words.checked(() -> new Behaviour.Flapping(up, down));
    }

    /** The words that say it of a server, which is empty or begins with a blank. */
    static String of(String server, Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Healthy() -> "recover" + server;
            case Behaviour.Zombie() -> "zombie" + server;
            case Behaviour.Refusing() -> "refuse" + server;
            case Behaviour.Crashed() -> "crash" + server;
            case Behaviour.Frozen() -> "freeze" + server;
            case Behaviour.Resetting() -> "reset" + server;
            case Behaviour.Truncating() -> "truncate" + server;
            case Behaviour.EndlessHead() -> "endless" + server;
            case Behaviour.Slow(double times) -> "slow" + server + " x" + Units.of(times);
            case Behaviour.Errors(int percent) -> "errors" + server + " " + percent + "%";
            case Behaviour.Miscounting(int by) -> "miscount" + server + " " + by;
            case Behaviour.Flapping(var up, var down) ->
                "flap" + server + " " + Units.of(up) + (up.equals(down) ? "" : " off " + Units.of(down));
            case Behaviour.Warming(var over) -> "warm" + server + " " + Units.of(over);
            case Behaviour.Trickling(var gap) -> "trickle" + server + " " + Units.of(gap);
        };
    }
}
