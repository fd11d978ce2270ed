package ringside.engine.envoy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Loads;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.Ticks;

/** Counts through the hosts, or takes the one with the earliest deadline when their weights differ. */
public final class RoundRobin extends DeadlinePolicy {
    /*
     * Envoy's ROUND_ROBIN. With equal weights it is one number that counts up from a random start, and its remainder by
     * the number of hosts. With others it is a schedule of deadlines, 1/weight apart, which for 5, 1, 1 bunches more than
     * nginx's smooth turns do.
     *
     * Trap: each worker thread of each Envoy counts for itself. Servers see many interleaved rounds, which is far from
     * one request in turn.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "envoy/round-robin",
            "Counts through the hosts, or takes the one with the earliest deadline when their weights differ.",
            OPTIONS,
            Optional.empty(),
            RoundRobin::new);

    private long turn;

    /** By these options, this clock and, for where it starts, these dice. */
    public RoundRobin(PolicyChoice choice, Ticks ticks, Dice dice) {
        super(choice, ticks, dice);
        turn = seed();
    }

    @Override
    double weight(Member member, int active) {
        return member.weight();
    }

    @Override
    Pick unweighted(Candidates candidates, Loads loads, Detail detail) {
        var skipped = new ArrayList<ServerId>();
        int index = index();
        while (!candidates.open(hosts().place(index))) {
            skipped.add(hosts().at(index).id());
            turn++;
            index = index();
        }
        long decided = turn++;
        return switch (detail) {
            case PLAIN -> hosts().pool().chosen(hosts().place(index));
            case REASONED ->
                new Pick.Chosen(
                        hosts().at(index).id(),
                        new EnvoyReason.Counted(decided, hosts().count(), List.copyOf(skipped)));
        };
    }

    private int index() {
        return (int) (turn % hosts().count());
    }
}
