package ringside.world;

import java.util.List;
import ringside.engine.ServerId;

/**
 * What a world has to do to get from one scenario to another.
 *
 * @param joined servers that are only in the later one, in its order
 * @param left servers that are only in the earlier one, in its order
 * @param changed servers that are in both and differ, as they are in the later one
 * @param policy whether servers are chosen otherwise
 * @param pool whether the balancer's pool differs: its members, their order or their weights
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
        boolean traffic,
        boolean checks,
        boolean forgetsHealth) {

    /** What has to be done to get from the one to the other. */
    public static Difference between(Scenario before, Scenario after) {
        return new Difference(
                missing(after, before),
                missing(before, after),
                after.servers().stream()
                        .filter(s -> before.server(s.id()).filter(old -> !old.equals(s)).isPresent())
                        .toList(),
                !before.policy().equals(after.policy()),
                !seats(before).equals(seats(after)),
                !before.traffic().equals(after.traffic()),
                !before.checks().equals(after.checks()),
                forgetsHealth(before.checks(), after.checks()));
    }

    static boolean forgetsHealth(Checks before, Checks after) {
        return before.kind() != after.kind() || before.rise() != after.rise() || before.fall() != after.fall();
    }

    private static List<ServerSpec> missing(Scenario from, Scenario others) {
        return others.servers().stream()
                .filter(s -> from.server(s.id()).isEmpty())
                .toList();
    }

    private static List<Seat> seats(Scenario scenario) {
        return scenario.servers().stream()
                .map(s -> new Seat(s.id(), s.weight()))
                .toList();
    }

    private record Seat(ServerId server, int weight) {}
}
