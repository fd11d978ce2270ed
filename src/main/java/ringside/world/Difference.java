package ringside.world;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.engine.Member;
import ringside.engine.ServerId;

/**
 * What a world has to do to get from one scenario to another.
 *
 * @param joined servers that are only in the later one, in its order
 * @param left servers that are only in the earlier one, in its order
 * @param changed servers that are in both and differ, as they are in the later one
 * @param policy whether servers are chosen otherwise
 * @param pool whether a pool of the balancer differs: its members, their order, weights or terms
 * @param handling whether requests are handled otherwise on their way
 * @param caching whether the servers' caches, or the origin behind them, differ
 * @param traffic whether other requests are made
 * @param checks whether servers are checked otherwise
 * @param forgetsHealth whether what was known of the servers' health no longer means anything
 */
public record Difference(
        List<ServerSpec> joined,
        List<ServerSpec> left,
        List<ServerSpec> changed,
        boolean policy,
        boolean pool,
        boolean handling,
        boolean caching,
        boolean traffic,
        boolean checks,
        boolean forgetsHealth) {

    /** What has to be done to get from the one to the other. */
    public static Difference between(Scenario before, Scenario after) {
        var old = byId(before);
        var now = byId(after);
        return new Difference(
                after.servers().stream().filter(s -> !old.containsKey(s.id())).toList(),
                before.servers().stream().filter(s -> !now.containsKey(s.id())).toList(),
                after.servers().stream()
                        .filter(s -> !s.equals(old.getOrDefault(s.id(), s)))
                        .toList(),
                !before.policy().equals(after.policy()),
                !seats(before).equals(seats(after)),
                !before.handling().equals(after.handling()),
                !before.caching().equals(after.caching()),
                !before.traffic().equals(after.traffic()),
                !before.checks().equals(after.checks()),
                forgetsHealth(before.checks(), after.checks()));
    }

    private static Map<ServerId, ServerSpec> byId(Scenario scenario) {
        return scenario.servers().stream().collect(Collectors.toMap(ServerSpec::id, s -> s));
    }

    static boolean forgetsHealth(Checks before, Checks after) {
        return before.kind() != after.kind() || before.rise() != after.rise() || before.fall() != after.fall();
    }

    private static List<Seat> seats(Scenario scenario) {
        return scenario.servers().stream()
                .map(s -> new Seat(s.pool(), s.member(true)))
                .toList();
    }

    private record Seat(String pool, Member member) {}
}
