package ringside.lesson;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.engine.Ledger;

/** Facts of the last change of owners, and of what hash mod N would have made of it. */
final class RemapFacts {
    static final List<Fact> ALL = List.of(
            Fact.number(
                    "remap.keys",
                    "how many keys the last ledger has",
                    m -> m.ledger().map(l -> l.entries().size()).orElse(0)),
            Fact.number(
                    "remap.moved",
                    "how many of those changed owner",
                    m -> m.ledger().map(Ledger::moved).orElse(0L)),
            Fact.number(
                    "remap.fraction",
                    "the same as a fraction, 0 to 1",
                    m -> m.ledger().map(Ledger::fraction).orElse(0.0)),
            Fact.number(
                    "remap.law",
                    "the fraction that theory expects",
                    m -> m.ledger().map(Ledger::law).orElse(0.0)),
            Fact.number(
                    "moved_elsewhere",
                    "moved keys that neither left a server that went nor reached one that came",
                    m -> m.ledger().map(RemapFacts::movedElsewhere).orElse(0L)),
            Fact.numberOf(
                    "gained",
                    "moved keys that are its own now",
                    (m, s) -> m.ledger()
                            .map(l -> gained(l, new Ledger.Owner.Of(s)))
                            .orElse(0L)),
            Fact.number(
                    "mod_n_moved",
                    "how many keys hash mod N would have moved",
                    m -> m.modN().moved()),
            Fact.number(
                    "mod_n_fraction",
                    "the same as a fraction, 0 to 1",
                    m -> m.modN().fraction()),
            Fact.number(
                    "mod_n_law",
                    "1 - min(n, m) / lcm(n, m), for n servers before and m after",
                    m -> m.modN().law()));

    private RemapFacts() {}

    private static long movedElsewhere(Ledger ledger) {
        var before = ledger.entries().stream().map(Ledger.Entry::before).collect(Collectors.toSet());
        var after = ledger.entries().stream().map(Ledger.Entry::after).collect(Collectors.toSet());
        return ledger.entries().stream()
                .filter(Ledger.Entry::moved)
                .filter(e -> stayed(e.before(), after) && stayed(e.after(), before))
                .count();
    }

    private static long gained(Ledger ledger, Ledger.Owner owner) {
        return ledger.entries().stream()
                .filter(e -> e.moved() && e.after().equals(owner))
                .count();
    }

    private static boolean stayed(Ledger.Owner owner, Set<Ledger.Owner> others) {
        return others.contains(owner);
    }
}
