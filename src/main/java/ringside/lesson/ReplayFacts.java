package ringside.lesson;

import java.util.List;
import ringside.lesson.expression.Value;

/** Facts that name a request, so that its decision can be looked at again. */
final class ReplayFacts {
    static final List<Fact> ALL = List.of(
            Fact.number(
                    "request.first_lost",
                    "the number of the first request lost since the last command; 0 if none",
                    m -> m.watch().notable().firstLost()),
            Fact.number(
                    "request.slowest",
                    "the number of the slowest that ended since then",
                    m -> m.watch().notable().slowest()),
            Fact.numberOf(
                    "request.first",
                    "the number of the first that it was chosen for since then",
                    (m, s) -> m.watch().notable().first(s)),
            Fact.numberOf(
                    "request.latest",
                    "the number of the last that it was chosen for since then",
                    (m, s) -> m.watch().notable().latest(s)),
            Fact.number(
                    "request.waited",
                    "the number of the one that waited longest for a worker since then",
                    m -> m.watch().notable().waited()),
            Fact.ofKey(
                    "request.from",
                    Value.Kind.NUMBER,
                    "the number of the last that came from a client's address since then",
                    (m, client) -> Value.of((double) m.watch().notable().from(client))));

    private ReplayFacts() {}
}
