package ringside.config;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import ringside.world.Checks;
import ringside.world.Command;

/** The words of the command about health checks: what it leaves out stays as it is. */
final class CheckWords {
    private static final int HOUR = 3_600_000;

    private CheckWords() {}

    static Wish checks(Words words) {
        var kind = switch (words.next("a kind of checks")) {
            case "off" -> Checks.Kind.NONE;
            case "http" -> Checks.Kind.HTTP;
            case "tcp" -> Checks.Kind.TCP;
            default -> throw words.unknown("unknown checks", List.of("off", "http", "tcp"));
        };
        UnaryOperator<Checks> change = checks -> checks.of(kind);
        while (!words.done()) {
            change = then(change, detail(words, words.next("a detail")));
        }
        var all = change;
        return (now, _) -> new Command.SetChecks(all.apply(now.checks()));
    }

    private static UnaryOperator<Checks> then(UnaryOperator<Checks> first, UnaryOperator<Checks> second) {
        return checks -> second.apply(first.apply(checks));
    }

    private static UnaryOperator<Checks> detail(Words words, String detail) {
        return switch (detail) {
            case "path" -> {
                var path = words.next("a path", ScenarioReader::path);
                yield c -> new Checks(c.kind(), path, c.every(), c.timeout(), c.rise(), c.fall());
            }
            case "every" -> {
                var every = words.duration("the time between checks", 10, HOUR);
                yield c -> new Checks(c.kind(), c.path(), every, c.timeout(), c.rise(), c.fall());
            }
            case "timeout" -> {
                var timeout = words.duration("a check's timeout", 1, HOUR);
                yield c -> new Checks(c.kind(), c.path(), c.every(), timeout, c.rise(), c.fall());
            }
            case "rise" -> {
                int rise = words.whole("rise", 1, 100);
                yield c -> new Checks(c.kind(), c.path(), c.every(), c.timeout(), rise, c.fall());
            }
            case "fall" -> {
                int fall = words.whole("fall", 1, 100);
                yield c -> new Checks(c.kind(), c.path(), c.every(), c.timeout(), c.rise(), fall);
            }
            default -> throw words.unknown("unknown detail", List.of("path", "every", "timeout", "rise", "fall"));
        };
    }

    static String of(Checks checks) {
        var kind =
                checks.kind() == Checks.Kind.NONE ? "off" : checks.kind().name().toLowerCase(Locale.ROOT);
        return kind + " path " + Words.quoted(checks.path()) + " every " + Units.of(checks.every()) + " timeout "
                + Units.of(checks.timeout()) + " rise " + checks.rise() + " fall " + checks.fall();
    }
}
