package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.engine.ServerId;
import ringside.engine.haproxy.HaproxyReason;
import ringside.view.Figures;

/** The figures behind one decision of HAProxy's policies, as lines of a table. */
final class HaproxyWhy {
    private HaproxyWhy() {}

    /** The lines for a reason and the server it chose. */
    static List<Why> of(HaproxyReason reason, ServerId chosen) {
        return switch (reason) {
            case HaproxyReason.Earliest(var order, int position, var next) ->
                Stream.concat(
                                Stream.of(about(text("why.haproxy.position", position))),
                                order.stream().map(due -> due(due, chosen, next)))
                        .toList();
            case HaproxyReason.NextCell(int cell, int of, var skipped) ->
                afterSkipping(skipped, line(chosen, text("why.haproxy.cell", cell + 1, of), text("why.turn.its")));
            case HaproxyReason.LowestKey(var keys) ->
                keys.stream()
                        .map(k -> line(
                                k.server(),
                                text("why.haproxy.key", k.inFlight(), k.weight(), k.key()),
                                note(k.server().equals(chosen), "why.haproxy.lowest")))
                        .toList();
            case HaproxyReason.FirstWithRoom(int number, var full) ->
                afterSkipping(full, line(chosen, text("why.haproxy.number", number), text("why.haproxy.room")));
            case HaproxyReason.Nearer nearer -> nearer(nearer, chosen);
            case HaproxyReason.NextNode(var node, var skipped) ->
                afterSkipping(
                        skipped,
                        line(chosen, text("why.to", Figures.place(node.position())), text("why.haproxy.nothing")));
            case HaproxyReason.Draws(var draws) ->
                draws.stream()
                        .map(d -> line(
                                d.server(),
                                text("why.haproxy.draw", Figures.place(d.place()), d.inFlight(), d.weight()),
                                note(d.server().equals(chosen), "why.haproxy.kept")))
                        .toList();
        };
    }

    private static Why due(HaproxyReason.Due due, ServerId chosen, HaproxyReason.Due next) {
        var when = switch (due.when()) {
            case THIS_ROUND -> text("why.haproxy.due", due.position());
            case NOT_ASKED_YET -> text("why.haproxy.unasked");
            case NEXT_ROUND -> text("why.haproxy.nextRound");
        };
        return due.server().equals(chosen)
                ? line(chosen, when, text("why.haproxy.again", next.position()))
                : line(due.server(), when, "");
    }

    private static List<Why> nearer(HaproxyReason.Nearer nearer, ServerId chosen) {
        var lines = new ArrayList<Why>();
        lines.add(about(text("why.from", nearer.text(), Figures.place(nearer.hash()))));
        lines.add(node(nearer.before(), "why.haproxy.before"));
        lines.add(node(nearer.after(), "why.haproxy.after"));
        nearer.passed()
                .forEach(passed -> lines.add(
                        switch (passed) {
                            case HaproxyReason.Passed.Avoided(var server) -> line(server, text("why.passed"), "");
                            case HaproxyReason.Passed.Loaded(var server, int inFlight, int cap) ->
                                line(server, text("why.haproxy.cap", inFlight, cap), "");
                        }));
        var note = text(nearer.passed().isEmpty() ? "why.haproxy.nearer" : "why.haproxy.walked");
        lines.add(
                line(chosen, text("why.haproxy.node", Figures.place(nearer.to().position())), note));
        return lines;
    }

    private static Why node(HaproxyReason.Node node, String key) {
        return line(node.server(), text(key, Figures.place(node.position()), node.distance()), "");
    }

    private static List<Why> afterSkipping(List<ServerId> skipped, Why last) {
        return Stream.concat(skipped.stream().map(s -> line(s, text("why.skipped"), "")), Stream.of(last))
                .toList();
    }

    private static String note(boolean won, String key) {
        return won ? text(key) : "";
    }

    private static Why line(ServerId who, String figures, String note) {
        return new Why(Optional.of(who), figures, note);
    }

    private static Why about(String figures) {
        return new Why(Optional.empty(), figures, "");
    }
}
