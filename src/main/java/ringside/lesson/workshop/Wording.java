package ringside.lesson.workshop;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Tells of goals, answers, and why a goal was missed: each in a sentence or two. */
public final class Wording {
    private final ResourceBundle bundle;

    /** In this language, or in English when there is no telling in it. */
    public Wording(Locale language) {
        bundle = ResourceBundle.getBundle("ringside.lesson.workshop", language);
    }

    private String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    /** What should be so. */
    public String goal(Goal goal) {
        return switch (goal) {
            case Goal.Turns(var path, var servers) -> say("goal.turns", path, among(servers));
            case Goal.Shares(var path, var weights) ->
                say(
                        "goal.shares",
                        path,
                        among(weights.keySet()),
                        weights.values().stream().map(String::valueOf).collect(Collectors.joining(" : ")));
            case Goal.Survives(var path, int server) -> say("goal.survives", port(server), path);
            case Goal.Recovers(var path, int server, var within) ->
                say("goal.recovers", port(server), path, Long.toString(within.toSeconds()));
            case Goal.Leads(var path, int server) -> say("goal.leads", path, port(server));
        };
    }

    /** What came back, such as {@code 200 from the server on 8081}. */
    public String reply(Exchange exchange) {
        return switch (exchange.reply()) {
            case Reply.Silence(var why) -> say("reply.silence", why);
            case Reply.Answered(int status, var _)
            when exchange.well() ->
                say(
                        "reply.server",
                        Integer.toString(status),
                        port(exchange.server().orElseThrow()));
            case Reply.Answered(int status, var _) -> say("reply.proxy", Integer.toString(status));
        };
    }

    /** Why a goal was missed: what was asked, what came back, and what would have been right. */
    public String why(Verdict.Missed missed) {
        return switch (missed.why()) {
            case Miss.Unanswered(var at)
            when missed.goal() instanceof Goal.Survives(var _, int server) ->
                at("miss.unanswered.stopped", at, port(server));
            case Miss.Unanswered(var at) -> at("miss.unanswered", at, "");
            case Miss.Repeated(var at, var turn) -> at("miss.repeated", at, among(turn));
            case Miss.Stranger(var at, var expected) -> at("miss.stranger", at, among(expected));
            case Miss.Uneven(var counted, var wanted) ->
                say(
                        "miss.uneven",
                        Integer.toString(missed.seen().size()),
                        missed.goal().path(),
                        counts(counted),
                        counts(wanted));
            case Miss.Forgotten(int server, var waited, var last) ->
                say(
                        "miss.forgotten",
                        Integer.toString(last.number()),
                        last.path(),
                        reply(last),
                        Long.toString(waited.toSeconds()),
                        port(server));
            case Miss.NotDone(int server, boolean stop) ->
                say(stop ? "miss.not-stopped" : "miss.not-started", port(server));
        };
    }

    private String at(String key, Exchange at, String right) {
        return say(key, Integer.toString(at.number()), at.path(), reply(at), right);
    }

    private String counts(Map<Integer, Integer> counts) {
        return joined(counts.entrySet().stream()
                .map(e -> say("count", Integer.toString(e.getValue()), port(e.getKey())))
                .toList());
    }

    private String among(Collection<Integer> ports) {
        return joined(ports.stream().map(Wording::port).toList());
    }

    private String joined(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return say("among", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    private static String port(int port) {
        return Integer.toString(port);
    }
}
