package ringside.net;

import java.io.IOException;
import java.util.Optional;
import ringside.engine.Pick;
import ringside.engine.ServerId;
import ringside.engine.Trail;
import ringside.world.Happening;
import ringside.world.Happening.Failure;

/** One request from its head to the last byte of its answer: routed, sent, sent elsewhere when that is safe, answered. */
final class Exchange {
    private final Site site;
    private final Client client;
    private final Asked asked;
    private final Trail trail;
    private Optional<ServerId> by = Optional.empty();
    private int status;

    Exchange(Site site, Client client, Asked asked) {
        this.site = site;
        this.client = client;
        this.asked = asked;
        this.trail = site.begin(asked.what());
    }

    /** Runs it: whether the connection can carry another request. */
    boolean run() throws IOException {
        site.tell(new Happening.Arrived(
                asked.number(),
                asked.origin(),
                asked.what().client(),
                asked.method(),
                asked.what().path(),
                asked.what().key()));
        return switch (site.pick(trail)) {
            case Pick.Chosen chosen -> send(chosen);
            case Pick.Refused(var cause) -> refuse(cause);
        };
    }

    /** Sends it to the chosen server, and to others as long as an attempt comes to nothing and may be repeated. */
    private boolean send(Pick.Chosen first) throws IOException {
        var chosen = first;
        for (int attempt = 1; ; attempt++) {
            var server = chosen.server();
            site.tell(new Happening.Routed(asked.number(), server, attempt, chosen.why()));
            var end = new Delivery(site, client, asked, server).run();
            if (!(end instanceof Delivery.End.Failed(var failure, var _, boolean again, var outcome) && again)) {
                return conclude(end, server);
            }
            if (!(site.pick(trail) instanceof Pick.Chosen next)) {
                return conclude(new Delivery.End.Failed(failure, 503, false, outcome), server);
            }
            site.tell(new Happening.Retried(asked.number(), server, failure));
            chosen = next;
        }
    }

    /** Who gave the client its answer, once it has run; nobody when that was the proxy itself. */
    Optional<ServerId> by() {
        return by;
    }

    /** The status that the client got, once it has run; 0 when its answer was cut. */
    int status() {
        return status;
    }

    private boolean refuse(Pick.Cause cause) throws IOException {
        boolean keep = asked.keepAlive() && client.body().ended();
        site.tell(new Happening.Refused(asked.number(), cause));
        answer(503, "no server can take this request now", Optional.empty(), keep);
        return keep;
    }

    private boolean conclude(Delivery.End end, ServerId server) throws IOException {
        long number = asked.number();
        by = Optional.of(server);
        return switch (end) {
            case Delivery.End.Answered(int answered, boolean queueFull, boolean keep) -> {
                status = answered;
                if (status < 500) {
                    site.tell(new Happening.Completed(number, server, status));
                } else {
                    var failure = queueFull ? Failure.QUEUE_FULL : Failure.SERVER_ERROR;
                    site.tell(new Happening.Failed(number, failure, status));
                }
                if (!keep) {
                    client.linger();
                }
                yield keep;
            }
            case Delivery.End.Failed(var failure, int fitting, var _, var _) -> {
                boolean keep = asked.keepAlive() && client.body().ended();
                site.tell(new Happening.Failed(number, failure, fitting));
                answer(fitting, sentence(failure, server), Optional.of(server), keep);
                yield keep;
            }
            case Delivery.End.Bad(var why) -> {
                site.tell(new Happening.Failed(number, Failure.CLIENT_GONE, why.status()));
                answer(why.status(), why.sentence(), Optional.of(server), false);
                yield false;
            }
            case Delivery.End.Cut(var failure, var _) -> {
                site.tell(new Happening.Failed(number, failure, 0));
                client.wire().cut();
                yield false;
            }
        };
    }

    private void answer(int fitting, String sentence, Optional<ServerId> server, boolean keep) throws IOException {
        status = fitting;
        by = Optional.empty();
        var page = new Page(fitting, sentence, asked.http11(), asked.toHead(), keep);
        ResponseWriter.writePage(page, asked.number(), server, client.out());
        if (!keep) {
            client.linger();
        }
    }

    private static String sentence(Failure failure, ServerId server) {
        return switch (failure) {
            case TIMED_OUT -> server + " did not answer in time";
            case CLOSED_EARLY -> server + " closed the connection without an answer";
            case MALFORMED_ANSWER -> server + " answered with something that is not HTTP";
            case BROKEN_ANSWER -> server + " broke off within its answer";
            case KILLED -> server + " was killed";
            default -> server + " could not be reached";
        };
    }
}
