package ringside.world;

import java.util.List;
import java.util.Optional;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.envoy.EnvoyReason;
import ringside.engine.haproxy.HaproxyReason;
import ringside.engine.textbook.TextbookReason;

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
            case Reason.OnceMore _ -> phrases.say("reason.onceMore");
            case Reason.Stays _ -> phrases.say("reason.stays");
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
            case TextbookReason textbook -> new TextbookNarrator(phrases).tell(chosen, textbook);
            case EnvoyReason envoy -> new EnvoyNarrator(phrases).tell(chosen, envoy);
            case Reason.Raised raised -> raised(chosen, raised);
            case Reason.FewestForWeight(var loads, var turn) -> fewestForWeight(chosen, loads, turn);
            case Reason.Rounds rounds -> rounds(rounds);
            case Reason.Drawn(int sides, var draws) -> drawn(sides, draws);
            case Reason.TwoDrawn(int _, var _, var first, var second) ->
                phrases.say("reason.twoDrawn", busy(first), busy(second));
            case Reason.OnlyOne _ -> phrases.say("reason.onlyOne");
            case Reason.SharedPoint(var walk, var turn) ->
                phrases.say("reason.sharedPoint", within(chosen, walk), within(chosen, turn));
            case Reason.Instead(var because, var then) ->
                phrases.say("reason.instead." + because.name(), within(chosen, then));
        };
    }

    private Phrases.Inner within(ServerId chosen, Reason why) {
        return new Phrases.Inner(tell(chosen, why));
    }

    private String raised(ServerId chosen, Reason.Raised raised) {
        var all = raised.gains().stream()
                .map(g -> g.server() + " " + (g.before() + g.effective()))
                .toList();
        return raised.gains().stream()
                .filter(g -> g.server().equals(chosen))
                .findFirst()
                .map(won -> phrases.say(
                        "reason.raised",
                        text(won.before() + won.effective()),
                        inner(all),
                        text(raised.total()),
                        text(won.after())))
                .orElseGet(() -> phrases.say("reason.untold"));
    }

    private String fewestForWeight(ServerId chosen, List<Reason.Busy> loads, Optional<Reason.Raised> turn) {
        var all = inner(loads.stream().map(ReasonNarrator::busy).toList());
        return turn.map(t -> phrases.say("reason.fewestForWeight.tied", all, within(chosen, t)))
                .orElseGet(() -> phrases.say("reason.fewestForWeight", all));
    }

    private String rounds(Reason.Rounds by) {
        var last = by.rounds().getLast();
        return phrases.say(
                by.rounds().size() == 1 ? "reason.rounds" : "reason.rounds.again",
                by.text(),
                Long.toUnsignedString(last.hash()),
                text(by.slots()),
                text(last.slot()),
                text(by.rounds().size()));
    }

    private String drawn(int sides, List<Reason.Draw> draws) {
        return phrases.say(
                draws.size() == 1 ? "reason.drawn" : "reason.drawn.again",
                text(draws.getLast().roll() + 1),
                text(sides),
                text(draws.size()));
    }

    private static String busy(Reason.Busy load) {
        return load.server() + " " + load.inFlight() + "/" + load.weight();
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
