package ringside.net;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import ringside.engine.Pick;
import ringside.engine.ServerId;
import ringside.world.Happening;
import ringside.world.Happening.Failure;

/** One request from its head to the last byte of its answer: routed, sent, sent elsewhere when that is safe, answered. */
final class Exchange {
    private final Site site;
    private final Secret secret;
    private final Client client;
    private final Asked asked;
    private Set<ServerId> tried = Set.of();

    Exchange(Site site, Secret secret, Client client, Asked asked) {
        this.site = site;
        this.secret = secret;
        this.client = client;
        this.asked = asked;
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
        for (int attempt = 1; ; attempt++) {
            switch (site.pick(asked.what(), tried)) {
                case Pick.Refused(var cause) -> {
                    return refuse(cause);
                }
                case Pick.Chosen(var server, var why) -> {
                    site.tell(new Happening.Routed(asked.number(), server, attempt, why));
                    var end = new Attempt(site, secret, client, asked, server).run();
                    if (!(end instanceof Attempt.End.Failed(var failure, var _, boolean again) && again)) {
                        return conclude(end, server);
                    }
                    site.tell(new Happening.Retried(asked.number(), server, failure));
                    remember(server);
                }
            }
        }
    }

    private void remember(ServerId server) {
        if (tried.isEmpty()) {
            tried = new HashSet<>();
        }
        tried.add(server);
    }

    private boolean refuse(Pick.Cause cause) throws IOException {
        boolean keep = asked.keepAlive() && client.body().ended();
        site.tell(new Happening.Refused(asked.number(), cause));
        answer(503, "no server can take this request now", Optional.empty(), keep);
        return keep;
    }

    private boolean conclude(Attempt.End end, ServerId server) throws IOException {
        long number = asked.number();
        return switch (end) {
            case Attempt.End.Answered(int status, boolean queueFull, boolean keep) -> {
                if (status < 500) {
                    site.tell(new Happening.Completed(number, server, status));
                } else {
                    var failure = queueFull ? Failure.QUEUE_FULL : Failure.SERVER_ERROR;
                    site.tell(new Happening.Failed(number, failure, status));
                }
                yield keep;
            }
            case Attempt.End.Failed(var failure, int status, var _) -> {
                boolean keep = asked.keepAlive() && client.body().ended();
                site.tell(new Happening.Failed(number, failure, status));
                answer(status, sentence(failure, server), Optional.of(server), keep);
                yield keep;
            }
            case Attempt.End.Bad(var why) -> {
                site.tell(new Happening.Failed(number, Failure.CLIENT_GONE, why.status()));
                answer(why.status(), why.sentence(), Optional.of(server), false);
                yield false;
            }
            case Attempt.End.Cut(var failure) -> {
                site.tell(new Happening.Failed(number, failure, 0));
                client.wire().cut();
                yield false;
            }
        };
    }

    private void answer(int status, String sentence, Optional<ServerId> server, boolean keep) throws IOException {
        var page = new Page(status, sentence, asked.http11(), asked.toHead(), keep);
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
