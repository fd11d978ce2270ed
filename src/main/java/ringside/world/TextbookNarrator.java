package ringside.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.textbook.TextbookReason;

/** Puts the figures that one of the textbook's policies compared into half a sentence. */
final class TextbookNarrator {
    private final Phrases phrases;

    TextbookNarrator(Phrases phrases) {
        this.phrases = phrases;
    }

    String tell(ServerId chosen, TextbookReason why) {
        return switch (why) {
            case TextbookReason.InRow(int turn, int weight, var skipped) ->
                phrases.say(
                        skipped.isEmpty() ? "reason.textbook.row" : "reason.textbook.row.skipped",
                        text(turn),
                        text(weight),
                        names(skipped));
            case TextbookReason.LeastForWeight(var loads, int tied) ->
                tied > 1
                        ? phrases.say("reason.textbook.leastForWeight.tied", busy(loads), text(tied))
                        : phrases.say("reason.fewestForWeight", busy(loads));
            case TextbookReason.FewestDrawn(var drawn) ->
                phrases.say(
                        "reason.textbook.drawn",
                        inner(drawn.stream()
                                .map(l -> l.server() + " " + l.inFlight())
                                .toList()));
            case TextbookReason.ShortestWait(var waits, int tied) -> wait(waits, tied);
            case TextbookReason.LowerLoad(var drawn) ->
                phrases.say(
                        "reason.textbook.load",
                        inner(drawn.stream().map(this::cost).toList()));
            case TextbookReason.BoundedWalk(var walk, var full) ->
                phrases.say(
                        "reason.textbook.bounded",
                        new Phrases.Inner(new ReasonNarrator(phrases).tell(chosen, walk)),
                        inner(full.stream().map(this::full).toList()));
            case TextbookReason.HighestBid(var key, var bids) ->
                phrases.say(
                        "reason.textbook.bid",
                        key,
                        inner(bids.stream()
                                .map(b -> b.server() + " " + phrases.number(b.score()))
                                .toList()));
            case TextbookReason.Jumped jumped -> jumped(jumped);
            case TextbookReason.Cell cell -> cell(cell);
        };
    }

    private String wait(List<TextbookReason.Wait> waits, int tied) {
        if (waits.stream().allMatch(w -> w.average().isEmpty())) {
            return tied(
                    "reason.textbook.wait.unknown",
                    tied,
                    busy(waits.stream()
                            .map(w -> new Reason.Busy(w.server(), w.inFlight(), w.weight()))
                            .toList()));
        }
        return tied(
                "reason.textbook.wait",
                tied,
                inner(waits.stream()
                        .map(w -> w.server() + " " + phrases.nanos(Math.round(w.nanos())))
                        .toList()));
    }

    private String cost(TextbookReason.Cost cost) {
        Optional<String> known = cost.cost().map(Duration::toNanos).map(phrases::nanos);
        var requests = text(cost.inFlight() + 1);
        return known.map(took -> phrases.say("reason.textbook.cost", cost.server(), took, requests))
                .orElseGet(() -> phrases.say("reason.textbook.cost.unknown", cost.server(), requests));
    }

    private String full(TextbookReason.Full full) {
        return phrases.say("reason.textbook.full", full.server(), text(full.inFlight()), Long.toString(full.cap()));
    }

    private String jumped(TextbookReason.Jumped by) {
        return phrases.say(
                "reason.textbook.jumped",
                by.key(),
                inner(by.buckets().stream().map(bucket -> text(bucket + 1)).toList()),
                text(by.buckets().getLast() + 1),
                text(by.of()));
    }

    private String cell(TextbookReason.Cell by) {
        return phrases.say(
                by.passed().isEmpty() ? "reason.textbook.cell" : "reason.textbook.cell.passed",
                by.key(),
                Long.toUnsignedString(by.hash()),
                text(by.of()),
                text(by.cell()),
                names(by.passed()));
    }

    private String tied(String key, int tied, Phrases.Inner all) {
        return phrases.say(tied > 1 ? key + ".tied" : key, all, text(tied));
    }

    private Phrases.Inner busy(List<Reason.Busy> loads) {
        return inner(loads.stream()
                .map(l -> l.server() + " " + l.inFlight() + "/" + l.weight())
                .toList());
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
