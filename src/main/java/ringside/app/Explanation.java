package ringside.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.config.Printable;
import ringside.config.proxy.UpstreamServer;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.haproxy.HaproxyReason;
import ringside.trace.Rehearsal;
import ringside.trace.Subject;
import ringside.view.Texts;
import ringside.view.inspect.Why;

/** Why one request goes where it goes, as lines of plain text: the figures that the window shows, and its sentence. */
final class Explanation {
    private final List<String> lines = new ArrayList<>();
    private final Subject subject;

    private Explanation(Subject subject) {
        this.subject = subject;
    }

    /** The lines for the first request after a start. */
    static List<String> of(Subject subject, Request request) {
        var explanation = new Explanation(subject);
        explanation.tell(request, new Rehearsal(subject));
        return explanation.lines;
    }

    private void tell(Request request, Rehearsal rehearsal) {
        var upstream = subject.upstream();
        var policy = Policies.entry(upstream.policy());
        say("pool", upstream.name() + " by " + called(upstream.policy()) + ": " + policy.sentence());
        tell(request);
        var states = rehearsal.states();
        for (int i = 0; i < states.size(); i++) {
            say(
                    i == 0 ? "servers" : "",
                    called(upstream.servers().get(i)) + "  " + states.get(i).replace(';', ' '));
        }
        switch (rehearsal.explain(request)) {
            case Pick.Chosen(var server, var why) -> tell(server, why);
            case Pick.Refused(var cause) -> say("answer", "none: " + refusal(cause));
        }
    }

    private void tell(Request request) {
        if (request.equals(Subject.keyed(request.key()))) {
            say("key", quoted(request.key()) + ", for whatever is hashed");
            return;
        }
        var headers = request.headers().entrySet().stream()
                .map(header -> ", " + header.getKey() + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining());
        say("request", request.method() + " " + request.path() + " from " + request.client() + headers);
        if (Policies.keyed(subject.upstream().policy())) {
            say(
                    "key",
                    quoted(request.key()) + ", which is " + subject.upstream().key());
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String called(PolicyChoice choice) {
        return choice.id()
                + choice.options().entrySet().stream()
                        .map(option -> " " + option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining());
    }

    private void tell(ServerId chosen, Reason why) {
        hash(why)
                .ifPresent(position -> say(
                        "hash",
                        String.format(
                                Locale.ROOT,
                                "0x%08x, place %d of %d",
                                position.onScreenRing(),
                                position.onScreenRing(),
                                1L << 32)));
        int number = 0;
        for (var step : Why.of(why, chosen)) {
            say(number == 0 ? "steps" : "", ++number + ". " + line(step));
        }
        say("answer", called(chosen) + ": " + Texts.narrator().why(chosen, why));
    }

    private String line(Why step) {
        return step.who().map(this::called).map(who -> who + "  ").orElse("")
                + step.figures()
                + (step.note().isEmpty() ? "" : "  (" + step.note() + ")");
    }

    /** Where a ring was entered, if one was. */
    private static Optional<Position> hash(Reason why) {
        return switch (why) {
            case Reason.Walk walk -> Optional.of(walk.from());
            case Reason.SharedPoint(var walk, var _) -> Optional.of(walk.from());
            case HaproxyReason.Nearer nearer -> Optional.of(nearer.hash());
            default -> Optional.empty();
        };
    }

    private static String refusal(Pick.Cause cause) {
        return switch (cause) {
            case NO_SERVERS -> "the pool is empty";
            case NONE_AVAILABLE -> "no server may take it";
            case ALL_FULL -> "every server that may take it has all it may have";
            case RATE_LIMITED -> "more requests came than may pass";
            case LINE_FULL -> "as many requests as may be in hand are, and as many as may wait do";
            case WAITED_TOO_LONG -> "it stood in line for too long";
        };
    }

    private String called(ServerId id) {
        return subject.upstream().servers().stream()
                .filter(server -> server.member().id().equals(id))
                .findFirst()
                .map(Explanation::called)
                .orElse(id.name());
    }

    private static String called(UpstreamServer server) {
        var name = server.member().id().name();
        return server.address()
                .filter(a -> !a.equals(name))
                .map(a -> name + " at " + a)
                .orElse(name);
    }

    private void say(String title, String text) {
        lines.add(Printable.line(String.format(Locale.ROOT, "%-8s %s", title, text)));
    }
}
