package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.engine.ServerId;
import ringside.engine.textbook.TextbookReason;
import ringside.view.Figures;

/** The figures behind one decision of the textbook's policies, as lines of a table. */
final class TextbookWhy {
    private TextbookWhy() {}

    /** The lines for a reason and the server it chose. */
    static List<Why> of(TextbookReason reason, ServerId chosen) {
        return switch (reason) {
            case TextbookReason.InRow(int turn, int weight, var skipped) ->
                after(
                        skipped.stream().map(s -> line(s, text("why.skipped"), "")),
                        line(chosen, text("why.textbook.row", turn, weight), text("why.turn.its")));
            case TextbookReason.LeastForWeight(var loads, int tied) ->
                loads.stream()
                        .map(l -> line(
                                l.server(),
                                text("why.busy", l.inFlight(), l.weight()),
                                l.server().equals(chosen) ? text(tied > 1 ? "why.fewest.tied" : "why.fewest") : ""))
                        .toList();
            case TextbookReason.FewestDrawn(var drawn) ->
                drawn.stream()
                        .map(l -> line(
                                l.server(),
                                text("why.textbook.drawn", l.inFlight()),
                                note(l.server().equals(chosen), "why.fewest")))
                        .toList();
            case TextbookReason.ShortestWait(var waits, int tied) ->
                waits.stream().map(w -> wait(w, chosen, tied)).toList();
            case TextbookReason.LowerLoad(var drawn) ->
                drawn.stream().map(c -> cost(c, chosen)).toList();
            case TextbookReason.BoundedWalk walk -> bounded(walk, chosen);
            case TextbookReason.HighestBid bid -> bids(bid, chosen);
            case TextbookReason.Jumped jumped -> jumped(jumped, chosen);
            case TextbookReason.Cell cell -> cell(cell, chosen);
        };
    }

    private static Why wait(TextbookReason.Wait wait, ServerId chosen, int tied) {
        var average = time(wait.average());
        var note = tied > 1 ? "why.textbook.shortest.tied" : "why.textbook.shortest";
        return line(
                wait.server(),
                text("why.textbook.wait", average, wait.inFlight() + 1, wait.weight()),
                note(wait.server().equals(chosen), note));
    }

    private static Why cost(TextbookReason.Cost cost, ServerId chosen) {
        return line(
                cost.server(),
                text("why.textbook.cost", time(cost.cost()), cost.inFlight() + 1),
                note(cost.server().equals(chosen), "why.textbook.lower"));
    }

    private static String time(Optional<Duration> time) {
        return time.map(t -> Figures.span(t.toNanos())).orElseGet(() -> text("why.textbook.unknown"));
    }

    /** The walk, with the loads of those it passed because of them. */
    private static List<Why> bounded(TextbookReason.BoundedWalk by, ServerId chosen) {
        var full = by.full().stream()
                .collect(Collectors.toMap(
                        f -> Optional.of(f.server()),
                        f -> line(f.server(), text("why.textbook.full", f.inFlight(), f.cap()), "")));
        return Why.of(by.walk(), chosen).stream()
                .map(line -> full.getOrDefault(line.who(), line))
                .toList();
    }

    private static List<Why> bids(TextbookReason.HighestBid by, ServerId chosen) {
        var lines = new ArrayList<Why>();
        lines.add(about(text("why.hashed", by.key())));
        by.bids()
                .forEach(b -> lines.add(line(
                        b.server(),
                        text("why.textbook.bid", b.weight(), String.format(Locale.ROOT, "%.3f", b.score())),
                        note(b.server().equals(chosen), "why.score.highest"))));
        return lines;
    }

    private static List<Why> jumped(TextbookReason.Jumped by, ServerId chosen) {
        var buckets = by.buckets().stream().map(b -> Integer.toString(b + 1)).collect(Collectors.joining(" → "));
        return List.of(
                about(text("why.hashed", by.key())),
                about(text("why.hash", Long.toUnsignedString(by.hash()))),
                line(chosen, text("why.textbook.jumps", buckets, by.of()), ""),
                about(text("why.textbook.onlyLast")));
    }

    private static List<Why> cell(TextbookReason.Cell by, ServerId chosen) {
        var named = Stream.of(
                about(text("why.hashed", by.key())),
                about(text("why.hash", Long.toUnsignedString(by.hash()))),
                about(text("why.slot", by.of(), by.cell())));
        var passed = by.passed().stream().map(s -> line(s, text("why.passed"), ""));
        var key = by.passed().isEmpty() ? "why.textbook.cell" : "why.textbook.cell.next";
        return after(Stream.concat(named, passed), line(chosen, text(key), ""));
    }

    private static List<Why> after(Stream<Why> first, Why last) {
        return Stream.concat(first, Stream.of(last)).toList();
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
