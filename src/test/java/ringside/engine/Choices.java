package ringside.engine;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The whole catalogue for the tests of laws: every policy as it is, and with each word of each option. */
final class Choices {
    private Choices() {}

    /** Every policy as it is when nothing is set, and with each of its options' words set alone. */
    static Stream<PolicyChoice> all() {
        return Policies.all().stream().flatMap(Choices::of);
    }

    private static Stream<PolicyChoice> of(Policies.Entry entry) {
        var worded = entry.options().stream()
                .filter(PolicyOption.OneOf.class::isInstance)
                .map(PolicyOption.OneOf.class::cast)
                .flatMap(option -> option.values().stream()
                        .skip(1)
                        .map(word -> new PolicyChoice(entry.id(), Map.of(option.name(), word))));
        return Stream.concat(Stream.of(PolicyChoice.of(entry.id())), worded);
    }

    /** Those by which the key alone decides. */
    static Stream<PolicyChoice> keyed() {
        return all().filter(Policies::keyed);
    }

    /** Those of them that promise to leave the keys of others alone when a server comes or goes. */
    static Stream<PolicyChoice> consistent() {
        return keyed().filter(choice -> !movesOthers(choice));
    }

    private static boolean movesOthers(PolicyChoice choice) {
        return Set.of("textbook/mod-n", "nginx/hash").contains(choice.id())
                || choice.id().endsWith("/maglev")
                || (choice.id().startsWith("haproxy/")
                        && !"consistent".equals(choice.options().get("hash-type")));
    }

    /** Whether only the last server of a pool may go, because servers are numbers and not names. */
    static boolean onlyTheLastMayGo(PolicyChoice choice) {
        return choice.id().equals("textbook/jump");
    }

    /**
     * How many independent points of a ring decide over shares by this policy; very many when it has no ring, for then
     * shares stray only as far as chance takes the keys.
     */
    static double points(PolicyChoice choice, Pool pool) {
        var policy = Policies.make(choice);
        policy.use(pool);
        int weights = pool.members().stream().mapToInt(Member::weight).sum();
        return switch (policy) {
            case RingPolicy ring -> ring.points().size();
            default -> choice.id().equals("haproxy/random") ? 16.0 * weights : Double.MAX_VALUE;
        };
    }

    /** Servers s0, s1, … that keep their numbers for HAProxy, of these weights. */
    static Pool weighing(int... weights) {
        return Pool.of(IntStream.range(0, weights.length)
                .mapToObj(i -> numbered(i, weights[i]))
                .toList());
    }

    /** Server number so-and-so. */
    static Member numbered(int number, int weight) {
        var member = Member.up("s" + number, weight);
        return member.with(member.terms().numbered(number + 1));
    }
}
