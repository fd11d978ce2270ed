package ringside.lesson;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Narrator;
import ringside.world.ServerState;
import ringside.world.Snapshot;
import ringside.world.World;

/** What a picture shows, in words. */
final class WorldInWords {
    private static final int LAST_EVENTS = 12;
    private static final double NANOS_A_SECOND = 1e9;

    private final World world;
    private final Narrator narrator;

    WorldInWords(World world, Locale language) {
        this.world = world;
        this.narrator = new Narrator(language);
    }

    /** What the servers and the requests are like now, a line each. */
    String state() {
        var now = world.timeline().at(Long.MAX_VALUE);
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "After %.1f s by %s: %d requests came, %d answered, %d failed, %d timed out, %d refused.",
                now.nanos() / NANOS_A_SECOND,
                now.scenario().policy().id(),
                now.totals().arrived(),
                now.totals().answered(),
                now.totals().failed(),
                now.totals().timedOut(),
                now.totals().refused()));
        now.servers().forEach(server -> lines.add(line(server, now)));
        return String.join("\n", lines);
    }

    private static String line(ServerState server, Snapshot now) {
        var health = server.draining() ? "draining" : server.health().up() && !server.ejected() ? "up" : "down";
        return server.id().name() + ": " + health + ", weight " + server.spec().weight() + ", " + server.inFlight()
                + " in flight (" + server.queued() + " waiting), chosen " + server.chosen() + ", answered "
                + server.answered() + ", failed " + server.failed()
                + (now.scenario().caching().isPresent() ? ", hit ratio " + hits(server) : "");
    }

    private static String hits(ServerState server) {
        return Block.Unit.PERCENT.shown(server.looks().hitRatio());
    }

    /** What happened last, with the reasons, a line each. */
    String log() {
        var timeline = world.timeline();
        long next = timeline.at(Long.MAX_VALUE).sequence();
        var lines = new ArrayList<String>();
        timeline.tell(Math.max(0, next - LAST_EVENTS), next, event -> lines.add(line(event)));
        return lines.isEmpty() ? "Nothing has happened yet." : String.join("\n", lines);
    }

    /** What became of a request: where it went and why, and how it ended. */
    String story(long request) {
        return world.timeline().ofRequest(request).stream()
                .map(Event::what)
                .filter(WorldInWords::telling)
                .map(narrator::tell)
                .collect(Collectors.joining(" "));
    }

    private static boolean telling(Happening what) {
        return what instanceof Happening.Routed
                || what instanceof Happening.Queued
                || what instanceof Happening.Retried
                || what instanceof Happening.Completed
                || what instanceof Happening.Failed
                || what instanceof Happening.Refused;
    }

    private String line(Event event) {
        return String.format(Locale.ROOT, "%.3f s: %s", event.nanos() / NANOS_A_SECOND, narrator.tell(event.what()));
    }
}
