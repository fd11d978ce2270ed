package ringside.world;

import java.util.List;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.haproxy.HaproxyReason;

/** Puts the figures that a policy compared into half a sentence. */
final class ReasonNarrator {
    private final Phrases phrases;

    ReasonNarrator(Phrases phrases) {
        this.phrases = phrases;
    }

    String tell(ServerId chosen, Reason why) {
        return switch (why) {
            case Reason.Untold _ -> phrases.say("reason.untold");
            case Reason.InTurn(int turn, int of, var skipped) ->
                skipped.isEmpty()
                        ? phrases.say("reason.inTurn", text(turn), text(of))
                        : phrases.say("reason.inTurn.skipped", text(turn), text(of), names(skipped));
            case Reason.HighestScore(var scores, int total) -> highest(chosen, scores, total);
            case Reason.FewestInFlight(var loads, int tied) -> fewest(chosen, loads, tied);
            case Reason.Remainder(var text, long hash, int slots, int slot) ->
                phrases.say("reason.remainder", text, Long.toUnsignedString(hash), text(slots), text(slot));
            case Reason.Walk(var key, var from, var to, var passed) ->
                phrases.say(
                        passed.isEmpty() ? "reason.walk" : "reason.walk.passed",
                        key,
                        phrases.degrees(from.turn()),
                        chosen,
                        phrases.degrees(to.turn()),
                        names(passed));
            case HaproxyReason haproxy -> new HaproxyNarrator(phrases).tell(chosen, haproxy);
        };
    }

    private String highest(ServerId chosen, List<Reason.Score> scores, int total) {
        var all = scores.stream().map(s -> s.server() + " " + s.raised()).toList();
        return scores.stream()
                .filter(s -> s.server().equals(chosen))
                .findFirst()
                .map(won -> phrases.say(
                        "reason.highestScore", text(won.raised()), inner(all), text(total), text(won.after())))
                .orElseGet(() -> phrases.say("reason.untold"));
    }

    private String fewest(ServerId chosen, List<Reason.Load> loads, int tied) {
        var all = loads.stream().map(l -> l.server() + " " + l.inFlight()).toList();
        return loads.stream()
                .filter(l -> l.server().equals(chosen))
                .findFirst()
                .map(won -> phrases.say(
                        tied > 1 ? "reason.fewest.tied" : "reason.fewest",
                        text(won.inFlight()),
                        inner(all),
                        text(tied)))
                .orElseGet(() -> phrases.say("reason.untold"));
    }

    private Phrases.Inner names(List<ServerId> servers) {
        return inner(servers.stream().map(ServerId::name).toList());
    }

    private Phrases.Inner inner(List<String> items) {
        return new Phrases.Inner(phrases.list(items));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
