package ringside.lesson;

import java.util.List;
import ringside.engine.Reason;
import ringside.lesson.expression.Value;

/** Facts of keys: who owns them, and where they lie on a ring. */
final class KeyFacts {
    static final List<Fact> ALL = List.of(
            Fact.ofKey(
                    "owner",
                    Value.Kind.TEXT,
                    "the server a key belongs to",
                    (m, k) -> Value.of(m.owners().of(k))),
            Fact.ofKey(
                    "owner_before",
                    Value.Kind.TEXT,
                    "the server it belonged to before the last change of the pool",
                    (m, k) -> Value.of(m.ownersBefore().of(k))),
            Fact.ofKey(
                    "turn",
                    Value.Kind.NUMBER,
                    "how far round the ring a key lies, 0 to 1",
                    (m, k) -> Value.of(m.owners().turnOf(k))),
            Fact.numberOf(
                    "turn_of",
                    "how far round the ring a server's first point lies, 0 to 1",
                    (m, s) -> m.owners().turnOf(s)),
            Fact.ofKey(
                    "hash",
                    Value.Kind.NUMBER,
                    "the hash of a key or a client's address, where the policy divides it; 0 where not",
                    (m, k) -> Value.of(
                            m.owners().remainder(k).map(Reason.Remainder::hash).orElse(0L))),
            Fact.ofKey(
                    "remainder",
                    Value.Kind.NUMBER,
                    "what is left of it by the number of servers",
                    (m, k) -> Value.of(
                            m.owners().remainder(k).map(Reason.Remainder::slot).orElse(0))),
            Fact.numberOf("keys_of", "how many of the keys a server owns", (m, s) -> m.keysOf(s.name())),
            Fact.numberOf(
                    "owned_share",
                    "the share of the ring a server owns, 0 to 1",
                    (m, s) -> m.owners().shareOfRing(s)));

    private KeyFacts() {}
}
