package ringside.world;

import java.util.List;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.envoy.EnvoyReason;

/** Puts the figures that one of Envoy's policies compared into half a sentence. */
final class EnvoyNarrator {
    private final Phrases phrases;

    EnvoyNarrator(Phrases phrases) {
        this.phrases = phrases;
    }

    String tell(ServerId chosen, EnvoyReason why) {
        return switch (why) {
            case EnvoyReason.Counted(long number, int of, var skipped) ->
                skipping("reason.envoy.counted", skipped, Long.toString(number), text(of), text((int) (number % of)));
            case EnvoyReason.Earliest earliest -> earliest(chosen, earliest);
            case EnvoyReason.FewestOfDraws(int of, var draws) ->
                phrases.say("reason.envoy.draws", text(of), loads(draws));
            case EnvoyReason.FewestOfAll(var loads, int tied) ->
                phrases.say(tied > 1 ? "reason.envoy.scan.tied" : "reason.envoy.scan", loads(loads), text(tied));
            case EnvoyReason.DrawnOne(int index, int of) ->
                phrases.say("reason.envoy.drawn", text(index + 1), text(of));
            case EnvoyReason.OnRing ring -> onRing(ring);
            case EnvoyReason.InTable table -> inTable(table);
            case EnvoyReason.Bounded bounded -> bounded(chosen, bounded);
        };
    }

    private String earliest(ServerId chosen, EnvoyReason.Earliest why) {
        return why.order().stream()
                .filter(due -> due.server().equals(chosen))
                .findFirst()
                .map(due -> skipping(
                        "reason.envoy.earliest",
                        why.skipped(),
                        phrases.number(due.deadline()),
                        phrases.number(why.next().deadline()),
                        why.following().name()))
                .orElseGet(() -> phrases.say("reason.untold"));
    }

    private String onRing(EnvoyReason.OnRing why) {
        return skipping(
                why.attempt() == 0 ? "reason.envoy.ring" : "reason.envoy.ring.on",
                why.passed(),
                why.key(),
                phrases.degrees(why.hash().turn()),
                why.to().server().name(),
                phrases.degrees(why.to().position().turn()),
                text(why.attempt()));
    }

    private String inTable(EnvoyReason.InTable why) {
        return skipping(
                why.attempt() == 0 ? "reason.envoy.table" : "reason.envoy.table.on",
                why.passed(),
                why.key(),
                Long.toUnsignedString(why.hash()),
                text(why.cells()),
                text(why.cell()),
                text(why.attempt()));
    }

    private String bounded(ServerId chosen, EnvoyReason.Bounded why) {
        var named = new Phrases.Inner(tell(why.by(), why.named()));
        var first = why.probes().getFirst();
        if (!first.full()) {
            return phrases.say("reason.envoy.within", named, text(first.active()), Long.toString(first.slots()));
        }
        var probes = inner(why.probes().stream()
                .map(p -> p.server() + " " + p.active() + "/" + p.slots())
                .toList());
        boolean found = !why.probes().getLast().full();
        return phrases.say(found ? "reason.envoy.shuffled" : "reason.envoy.allFull", named, chosen, probes);
    }

    /** A phrase, and after it those who could not take the request, if there are any. */
    private String skipping(String key, List<ServerId> skipped, String... parts) {
        return skipped.isEmpty()
                ? phrases.say(key, (Object[]) parts)
                : phrases.say(
                        "reason.envoy.skipping",
                        new Phrases.Inner(phrases.say(key, (Object[]) parts)),
                        inner(names(skipped)));
    }

    private static List<String> names(List<ServerId> servers) {
        return servers.stream().map(ServerId::name).toList();
    }

    private Phrases.Inner loads(List<Reason.Load> loads) {
        return inner(loads.stream().map(l -> l.server() + " " + l.inFlight()).toList());
    }

    private Phrases.Inner inner(List<String> items) {
        return new Phrases.Inner(phrases.list(items));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
