package ringside.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import ringside.world.Processes;

/** The processes of a server that wait on one socket, in a file and in a command. */
final class ProcessWords {
    static final String[] KEYS = {"processes", "wake", "wake-cost"};

    private ProcessWords() {}

    static Optional<Processes> read(YamlMap server) {
        var count = server.optional("processes");
        var wake = server.optional("wake");
        var cost = server.optional("wake-cost");
        if (count.isEmpty()) {
            wake.or(() -> cost).ifPresent(detail -> {
                throw detail.wrong("is for a server with `processes`; add `processes: 16` or another number");
            });
            return Optional.empty();
        }
        return Optional.of(new Processes(
                count.get().whole(1, Processes.MOST),
                wake.map(w -> wake(w.oneOf("one", "all"))).orElse(Processes.Wake.ONE),
                cost.map(c -> c.duration(Duration.ZERO, Processes.DEAREST)).orElse(Processes.USUAL_COST)));
    }

    private static Processes.Wake wake(String word) {
        return Processes.Wake.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String yaml(Optional<Processes> processes) {
        return processes
                .map(p -> ", processes: " + p.count() + ", wake: " + name(p.wake()) + ", wake-cost: "
                        + Units.of(p.cost()))
                .orElse("");
    }

    /** What the next words say, of which the first is a number. */
    static Processes processes(Words words) {
        int count = words.whole("a number of processes", 1, Processes.MOST);
        var wake = words.took("wake")
                ? wake(YamlValue.named("wake", words.scalar("who is woken")).oneOf("one", "all"))
                : Processes.Wake.ONE;
        var cost = words.took("wake-cost")
                ? YamlValue.named("wake-cost", words.scalar("the cost of waking one"))
                        .duration(Duration.ZERO, Processes.DEAREST)
                : Processes.USUAL_COST;
        return new Processes(count, wake, cost);
    }

    static String of(Processes processes) {
        return processes.count() + " wake " + name(processes.wake()) + " wake-cost " + Units.of(processes.cost());
    }

    private static String name(Processes.Wake wake) {
        return wake.name().toLowerCase(Locale.ROOT);
    }
}
