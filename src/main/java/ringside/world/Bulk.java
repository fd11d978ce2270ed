package ringside.world;

import ringside.engine.Reason;
import ringside.engine.envoy.EnvoyReason;
import ringside.engine.haproxy.HaproxyReason;
import ringside.engine.textbook.TextbookReason;

/** How much room an event takes: 1, and more when it carries lists that grow with the pool or the keys. */
final class Bulk {
    private static final int ENTRIES_PER_UNIT = 8;

    private Bulk() {}

    static long of(Happening what) {
        return switch (what) {
            case Happening.Remapped(var ledger) -> 1 + ledger.entries().size() / (ENTRIES_PER_UNIT / 2);
            case Happening.Applied(var _, var after) -> 1 + after.servers().size() / ENTRIES_PER_UNIT;
            case Happening.Routed(long _, var _, int _, var why) -> 1 + entries(why) / ENTRIES_PER_UNIT;
            default -> 1;
        };
    }

    private static long entries(Reason why) {
        return switch (why) {
            case Reason.InTurn(int _, int _, var skipped) -> skipped.size();
            case Reason.HighestScore(var scores, int _) -> scores.size();
            case Reason.FewestInFlight(var loads, int _) -> loads.size();
            case Reason.Walk(var _, var _, var _, var passed) -> passed.size();
            case Reason.Raised(var gains, int _) -> gains.size();
            case Reason.FewestForWeight(var loads, var turn) ->
                loads.size() + turn.map(Bulk::entries).orElse(0L);
            case Reason.Rounds(var _, int _, var rounds) -> rounds.size();
            case Reason.Drawn(int _, var draws) -> draws.size();
            case Reason.TwoDrawn(int _, var draws, var _, var _) -> draws.size();
            case Reason.SharedPoint(var walk, var turn) -> entries(walk) + entries(turn);
            case Reason.Instead(var _, var then) -> entries(then);
            case HaproxyReason haproxy -> entriesOf(haproxy);
            case TextbookReason textbook -> entriesOf(textbook);
            case EnvoyReason envoy -> entriesOf(envoy);
            case Reason.Untold _, Reason.OnceMore _, Reason.Stays _, Reason.Remainder _, Reason.OnlyOne _ -> 0;
        };
    }

    private static long entriesOf(TextbookReason why) {
        return switch (why) {
            case TextbookReason.InRow(int _, int _, var skipped) -> skipped.size();
            case TextbookReason.LeastForWeight(var loads, int _) -> loads.size();
            case TextbookReason.FewestDrawn(var drawn) -> drawn.size();
            case TextbookReason.ShortestWait(var waits, int _) -> waits.size();
            case TextbookReason.LowerLoad(var drawn) -> drawn.size();
            case TextbookReason.BoundedWalk(var walk, var full) -> entries(walk) + full.size();
            case TextbookReason.HighestBid(var _, var bids) -> bids.size();
            case TextbookReason.Jumped jumped -> jumped.buckets().size();
            case TextbookReason.Cell cell -> cell.passed().size();
        };
    }

    private static long entriesOf(HaproxyReason why) {
        return switch (why) {
            case HaproxyReason.Earliest(var order, int _, var _) -> order.size();
            case HaproxyReason.NextCell(int _, int _, var skipped) -> skipped.size();
            case HaproxyReason.LowestKey(var keys) -> keys.size();
            case HaproxyReason.FirstWithRoom(int _, var full) -> full.size();
            case HaproxyReason.Nearer nearer -> nearer.passed().size();
            case HaproxyReason.NextNode(var _, var skipped) -> skipped.size();
            case HaproxyReason.Draws(var draws) -> draws.size();
        };
    }

    private static long entriesOf(EnvoyReason why) {
        return switch (why) {
            case EnvoyReason.Counted(long _, int _, var skipped) -> skipped.size();
            case EnvoyReason.Earliest earliest ->
                earliest.order().size() + earliest.skipped().size();
            case EnvoyReason.FewestOfDraws(int _, var draws) -> draws.size();
            case EnvoyReason.FewestOfAll(var loads, int _) -> loads.size();
            case EnvoyReason.DrawnOne _ -> 0;
            case EnvoyReason.OnRing ring -> ring.passed().size();
            case EnvoyReason.InTable table -> table.passed().size();
            case EnvoyReason.Bounded(var named, var _, var probes) -> entriesOf(named) + probes.size();
        };
    }
}
