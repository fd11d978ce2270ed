package ringside.net;

import java.io.IOException;
import java.util.Optional;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.ServerId;
import ringside.engine.gate.Step;
import ringside.engine.gate.Visit;
import ringside.world.Happening;
import ringside.world.Happening.Failure;

/** One request from its head to the last byte of its answer: let through, sent, sent elsewhere when that is safe, answered. */
final class Exchange {
    private final Site site;
    private final Client client;
    private final Asked asked;
    private final Visit visit;
    private Optional<ServerId> by = Optional.empty();
    private int status;

    Exchange(Site site, Client client, Asked asked) {
        this.site = site;
        this.client = client;
        this.asked = asked;
        this.visit = site.gate().arrive(asked.what(), client.call());
    }

    /** Runs it: whether the connection can carry another request. */
    boolean run() throws IOException {
        var what = visit.request();
        site.tell(new Happening.Arrived(
                asked.number(), asked.origin(), what.client(), asked.method(), Asked.shown(what.path()), what.key()));
        if (visit.route().isPresent()) {
            var route = visit.route().get();
            site.tell(new Happening.Matched(asked.number(), route.pool(), route.toString()));
        }
        try {
            return proceed();
        } finally {
            site.gate().leave(visit);
        }
    }

    private boolean proceed() throws IOException {
        return switch (new Threshold(site, asked.number(), visit).pass()) {
            case Step.Go(var chosen) -> send(chosen);
            case Step.Refused refused -> refuse(refused);
            case Step more -> throw new IllegalStateException("not passed yet: " + more);
        };
    }

    /** Sends it to the chosen server, and to others as long as the gate has it tried elsewhere. */
    private boolean send(Pick.Chosen first) throws IOException {
        var chosen = first;
        for (int attempt = 1; ; attempt++) {
            var server = chosen.server();
            site.tell(new Happening.Routed(asked.number(), server, attempt, chosen.why()));
            var delivery = new Delivery(site, client, asked, visit, server);
            var end = delivery.run();
            if (!(delivery.again()
                    && end instanceof Delivery.End.Failed(var failure, int _, boolean _, var _)
                    && site.gate().next(visit) instanceof Step.Go(var next))) {
                return conclude(end, server);
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

    private boolean refuse(Step.Refused refused) throws IOException {
        boolean keep = asked.keepAlive() && client.body().ended();
        var cause = refused.cause();
        site.tell(new Happening.Refused(asked.number(), cause));
        var page = new Page(
                cause.status(), sentence(cause), asked.http11(), asked.toHead(), keep, refused.retryAfterSeconds());
        answer(page, Optional.empty());
        return keep;
    }

    private static String sentence(Pick.Cause cause) {
        return switch (cause) {
            case NO_SERVERS, NONE_AVAILABLE -> "no server can take this request now";
            case ALL_FULL -> "every server has as many requests as it may have";
            case RATE_LIMITED -> "more requests came than may pass";
            case LINE_FULL -> "too many requests are in hand, and too many wait";
            case WAITED_TOO_LONG -> "no server could take this request in time";
        };
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
                answer(page(fitting, sentence(failure, server), keep), Optional.of(server));
                yield keep;
            }
            case Delivery.End.Bad(var why) -> {
                site.tell(new Happening.Failed(number, Failure.CLIENT_GONE, why.status()));
                answer(page(why.status(), why.sentence(), false), Optional.of(server));
                yield false;
            }
            case Delivery.End.Cut(var failure, var outcome) -> {
                status = outcome instanceof Outcome.Answered(int seen) ? seen : 0;
                site.tell(new Happening.Failed(number, failure, 0));
                client.wire().cut();
                yield false;
            }
        };
    }

    private Page page(int fitting, String sentence, boolean keep) {
        return new Page(fitting, sentence, asked.http11(), asked.toHead(), keep);
    }

    private void answer(Page page, Optional<ServerId> server) throws IOException {
        status = page.status();
        by = Optional.empty();
        ResponseWriter.writePage(page, asked.number(), server, client.out());
        if (!page.keep()) {
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
            case EXHAUSTED -> "the proxy itself can open no more connections";
            default -> server + " could not be reached";
        };
    }
}
