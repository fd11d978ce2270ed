package ringside.lesson;

import java.util.List;
import java.util.Locale;
import ringside.engine.stick.Stickiness;
import ringside.world.Happening.Recollection;
import ringside.world.Sessions;

/** Facts of clients that are brought back, and of what servers know of them. */
final class StickyFacts {
    static final List<Fact> ALL = List.of(
            Fact.text("sticky", "none, cookie or source: how clients are brought back", StickyFacts::sticky),
            Fact.text("sessions", "none, local or shared: where servers keep sessions", StickyFacts::sessions),
            Fact.number(
                    "sessions.begun",
                    "sessions that began since the last command",
                    m -> m.watch().recollections().count(Recollection.BEGUN)),
            Fact.number(
                    "sessions.known",
                    "requests since then whose session the server knew",
                    m -> m.watch().recollections().count(Recollection.KNOWN)),
            Fact.number(
                    "sessions.lost",
                    "requests since then whose session the server did not know",
                    m -> m.watch().recollections().count(Recollection.LOST)),
            Fact.number(
                    "clients_lost",
                    "clients that lost a session since then",
                    m -> m.watch().recollections().losers()),
            Fact.numberOf(
                    "clients_at",
                    "clients that reached it since the last command",
                    (m, s) -> m.watch().paths().clientsOf(s)),
            Fact.number(
                    "servers_a_client",
                    "the most servers that one client reached since then",
                    m -> m.watch().paths().mostServers()));

    private StickyFacts() {}

    private static String sticky(Moment moment) {
        return switch (moment.scenario().handling().stickiness()) {
            case Stickiness.None _ -> "none";
            case Stickiness.Cookie _ -> "cookie";
            case Stickiness.Source _ -> "source";
        };
    }

    private static String sessions(Moment moment) {
        var where = moment.scenario().sessions();
        return where == Sessions.NONE ? "none" : where.name().toLowerCase(Locale.ROOT);
    }
}
