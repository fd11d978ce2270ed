package ringside.lesson;

import java.util.List;
import ringside.engine.ServerId;
import ringside.lesson.expression.Value;

/** Facts of clients: where they are sent, and who keeps the server it had. */
final class ClientFacts {
    static final List<Fact> ALL = List.of(
            Fact.number(
                    "clients",
                    "how many client addresses requests have come from",
                    m -> m.watch().clients().seen()),
            Fact.numberOf(
                    "clients_of",
                    "how many client addresses were last sent to it",
                    (m, s) -> m.watch().clients().at(s)),
            Fact.ofKey(
                    "server_of",
                    Value.Kind.TEXT,
                    "the server that a client's address was last sent to",
                    (m, c) -> Value.of(
                            m.watch().clients().serverOf(c).map(ServerId::name).orElse(Owners.NOBODY))),
            Fact.number(
                    "same_server",
                    "of clients that came again since the last command, the share that met the server of the time"
                            + " before, 0 to 1",
                    m -> m.watch().clients().same()),
            Fact.number(
                    "clients.met",
                    "clients from before the last change of the pool that have come again since",
                    m -> m.watch().clients().met()),
            Fact.number(
                    "clients.moved",
                    "those of them who were sent to another server than before",
                    m -> m.watch().clients().moved()),
            Fact.number("clients.kept", "the share of them who were sent to the same one, 0 to 1", ClientFacts::kept));

    private ClientFacts() {}

    private static double kept(Moment moment) {
        var clients = moment.watch().clients();
        return clients.met() == 0 ? 0 : 1 - (double) clients.moved() / clients.met();
    }
}
