package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.envoy.EnvoyReason;
import ringside.engine.haproxy.HaproxyReason;
import ringside.engine.textbook.TextbookReason;
import ringside.view.Figures;

/**
 * The figures behind one decision, as lines of a table.
 *
 * @param who the server a line is about, if it is about one
 * @param figures what was compared
 * @param note why that decided, on the winner's line; empty otherwise
 */
public record Why(Optional<ServerId> who, String figures, String note) {
    /** The lines for a reason and the server it chose. */
    public static List<Why> of(Reason reason, ServerId chosen) {
        return switch (reason) {
            case Reason.Untold() -> List.of(about(text("why.untold"), ""));
            case Reason.InTurn(int turn, int of, var skipped) ->
                Stream.concat(
                                skipped.stream().map(s -> line(s, text("why.skipped"), "")),
                                Stream.of(line(chosen, text("why.turn", turn, of), text("why.turn.its"))))
                        .toList();
            case Reason.OnceMore() -> List.of(line(chosen, text("why.onceMore"), ""));
            case Reason.Stays() -> List.of(line(chosen, text("why.stays"), ""));
            case Reason.HighestScore(var scores, int total) ->
                scores.stream().map(s -> score(s, chosen, total)).toList();
            case Reason.FewestInFlight(var loads, int tied) ->
                loads.stream()
                        .map(l -> line(
                                l.server(),
                                text("why.load", l.inFlight()),
                                l.server().equals(chosen) ? text(tied > 1 ? "why.fewest.tied" : "why.fewest") : ""))
                        .toList();
            case Reason.Remainder remainder -> remainder(remainder, chosen);
            case Reason.Walk walk -> walk(walk, chosen);
            case HaproxyReason haproxy -> HaproxyWhy.of(haproxy, chosen);
            case TextbookReason textbook -> TextbookWhy.of(textbook, chosen);
            case EnvoyReason envoy -> EnvoyWhy.of(envoy, chosen);
            case Reason.Raised raised -> raised(raised, chosen);
            case Reason.FewestForWeight(var loads, var turn) ->
                both(busy(loads), turn.map(t -> raised(t, chosen)).orElseGet(List::of));
            case Reason.Rounds rounds -> rounds(rounds);
            case Reason.Drawn(int sides, var draws) -> draws(sides, draws);
            case Reason.TwoDrawn(int sides, var draws, var first, var second) ->
                both(draws(sides, draws), busy(List.of(first, second)));
            case Reason.OnlyOne() -> List.of(line(chosen, text("why.only"), ""));
            case Reason.SharedPoint(var walk, var turn) -> both(walk(walk, chosen), raised(turn, chosen));
            case Reason.Instead(var because, var then) ->
                both(List.of(about(text("why.instead." + because.name()), "")), of(then, chosen));
        };
    }

    private static List<Why> both(List<Why> first, List<Why> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static List<Why> raised(Reason.Raised raised, ServerId chosen) {
        return raised.gains().stream()
                .map(g -> line(
                        g.server(),
                        text("why.gain", g.before(), g.effective(), g.before() + g.effective()),
                        g.server().equals(chosen) ? text("why.gain.won", raised.total(), g.after()) : ""))
                .toList();
    }

    private static List<Why> busy(List<Reason.Busy> loads) {
        return loads.stream()
                .map(l -> line(l.server(), text("why.busy", l.inFlight(), l.weight()), ""))
                .toList();
    }

    private static List<Why> rounds(Reason.Rounds by) {
        var lines = new ArrayList<Why>();
        lines.add(about(text("why.hashed", by.text()), ""));
        for (int i = 0; i < by.rounds().size(); i++) {
            var round = by.rounds().get(i);
            var hash = Long.toUnsignedString(round.hash());
            var note = i + 1 < by.rounds().size() ? text("why.skipped") : "";
            lines.add(line(round.server(), text("why.round", hash, by.slots(), round.slot()), note));
        }
        return lines;
    }

    private static List<Why> draws(int sides, List<Reason.Draw> draws) {
        return draws.stream()
                .map(d -> line(d.server(), text("why.draw", d.roll() + 1, sides), ""))
                .toList();
    }

    private static Why score(Reason.Score score, ServerId chosen, int total) {
        boolean won = score.server().equals(chosen);
        var figures =
                won ? text("why.score.won", score.raised(), total, score.after()) : text("why.score", score.raised());
        return line(score.server(), figures, won ? text("why.score.highest") : "");
    }

    private static List<Why> remainder(Reason.Remainder by, ServerId chosen) {
        var hash = Long.toUnsignedString(by.hash());
        return List.of(
                about(text("why.hashed", by.text()), ""),
                about(text("why.hash", hash), ""),
                line(chosen, text("why.slot", by.slots(), by.slot()), ""));
    }

    private static List<Why> walk(Reason.Walk walk, ServerId chosen) {
        var lines = new ArrayList<Why>();
        lines.add(about(text("why.from", walk.key(), Figures.place(walk.from())), ""));
        walk.passed().forEach(s -> lines.add(line(s, text("why.passed"), "")));
        lines.add(line(chosen, text("why.to", Figures.place(walk.to())), text("why.first")));
        return lines;
    }

    private static Why line(ServerId who, String figures, String note) {
        return new Why(Optional.of(who), figures, note);
    }

    private static Why about(String figures, String note) {
        return new Why(Optional.empty(), figures, note);
    }
}
