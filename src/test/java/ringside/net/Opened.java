package ringside.net;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** Opens live worlds and other things for a test, and closes them after it, last first. */
final class Opened implements AfterEachCallback {
    private final Deque<AutoCloseable> things = new ArrayDeque<>();

    /** A world before servers that do what the test says. */
    LiveWorld before(Backend... backends) {
        return before(Limits.usual(), Duration.ofSeconds(5), backends);
    }

    LiveWorld before(Limits limits, Duration timeout, Backend... backends) {
        var specs = new ServerSpec[backends.length];
        Arrays.setAll(specs, i -> ServerSpec.named("S" + i).at(backends[i].address()));
        things.addAll(List.of(backends));
        return open(Scenario.of(specs).with(timeout), LiveOptions.anywhere().within(limits));
    }

    LiveWorld open(Scenario scenario) {
        return open(scenario, LiveOptions.anywhere());
    }

    LiveWorld open(Scenario scenario, LiveOptions options) {
        var world = new LiveWorld(scenario, options);
        things.push(world);
        return world;
    }

    /** Closes this, too, after the test. */
    void closing(AutoCloseable thing) {
        things.push(thing);
    }

    /** Our own servers by these names, which answer at once. */
    static Scenario servers(String... names) {
        return Scenario.of(Arrays.stream(names).map(Opened::swift).toArray(ServerSpec[]::new));
    }

    static ServerSpec swift(String name) {
        return ServerSpec.named(name).taking(new Latency.Constant(Duration.ZERO));
    }

    /** What happened in a world so far. */
    static List<Happening> happenings(LiveWorld world) {
        return world.timeline().events(0, Long.MAX_VALUE).stream()
                .map(Event::what)
                .toList();
    }

    static boolean happened(LiveWorld world, Class<? extends Happening> what) {
        return happenings(world).stream().anyMatch(what::isInstance);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        while (!things.isEmpty()) {
            things.pop().close();
        }
    }
}
