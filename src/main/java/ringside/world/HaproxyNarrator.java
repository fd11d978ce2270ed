package ringside.world;

import java.util.List;
import ringside.engine.Position;
import ringside.engine.ServerId;
import ringside.engine.haproxy.HaproxyReason;

/** Puts the figures that one of HAProxy's policies compared into half a sentence. */
final class HaproxyNarrator {
    private final Phrases phrases;

    HaproxyNarrator(Phrases phrases) {
        this.phrases = phrases;
    }

    String tell(ServerId chosen, HaproxyReason why) {
        return switch (why) {
            case HaproxyReason.Earliest earliest -> earliest(chosen, earliest);
            case HaproxyReason.NextCell(int cell, int of, var skipped) ->
                skipping("reason.haproxy.cell", skipped, cell + 1, of);
            case HaproxyReason.LowestKey(var keys) ->
                phrases.say(
                        "reason.haproxy.key",
                        inner(keys.stream().map(k -> k.server() + " " + k.key()).toList()));
            case HaproxyReason.FirstWithRoom(int number, var full) -> skipping("reason.haproxy.first", full, number, 0);
            case HaproxyReason.Nearer nearer -> nearer(chosen, nearer);
            case HaproxyReason.NextNode(var node, var skipped) ->
                phrases.say("reason.haproxy.node", degrees(node.position()), names(skipped));
            case HaproxyReason.Draws(var draws) ->
                phrases.say(
                        "reason.haproxy.draws",
                        inner(draws.stream()
                                .map(d -> d.server() + " " + d.inFlight() + "/" + d.weight())
                                .toList()));
        };
    }

    private String earliest(ServerId chosen, HaproxyReason.Earliest why) {
        return why.order().stream()
                .filter(due -> due.server().equals(chosen))
                .findFirst()
                .map(due -> phrases.say(
                        "reason.haproxy." + due.when().name(),
                        Integer.toString(why.position()),
                        Integer.toString(due.position()),
                        Integer.toString(why.next().position())))
                .orElseGet(() -> phrases.say("reason.untold"));
    }

    private String nearer(ServerId chosen, HaproxyReason.Nearer why) {
        var sides = phrases.say(
                "reason.haproxy.sides",
                why.text(),
                degrees(why.hash()),
                why.before().server(),
                Long.toString(why.before().distance()),
                why.after().server(),
                Long.toString(why.after().distance()));
        return why.passed().isEmpty()
                ? phrases.say("reason.haproxy.nearer", new Phrases.Inner(sides), chosen)
                : phrases.say(
                        "reason.haproxy.walked",
                        new Phrases.Inner(sides),
                        chosen,
                        inner(why.passed().stream().map(this::passed).toList()));
    }

    private String passed(HaproxyReason.Passed passed) {
        return switch (passed) {
            case HaproxyReason.Passed.Avoided(var server) -> server.name();
            case HaproxyReason.Passed.Loaded(var server, int inFlight, int cap) ->
                phrases.say("reason.haproxy.cap", server, Integer.toString(inFlight), Integer.toString(cap));
        };
    }

    private String skipping(String key, List<ServerId> skipped, int number, int of) {
        return skipped.isEmpty()
                ? phrases.say(key, Integer.toString(number), Integer.toString(of))
                : phrases.say(key + ".skipped", Integer.toString(number), Integer.toString(of), names(skipped));
    }

    private String degrees(Position position) {
        return phrases.degrees(position.turn());
    }

    private Phrases.Inner names(List<ServerId> servers) {
        return inner(servers.stream().map(ServerId::name).toList());
    }

    private Phrases.Inner inner(List<String> items) {
        return new Phrases.Inner(phrases.list(items));
    }
}
