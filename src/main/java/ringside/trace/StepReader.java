package ringside.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.engine.Outcome;
import ringside.engine.Outcome.How;
import ringside.engine.Request;
import ringside.engine.ServerId;

/** Turns lines of JSON into steps. */
public final class StepReader {
    /*
     * An attempt that a request is told to fail with an error finds nobody at the other end; a request that stayed open
     * and ends with one had been given to its server, which then went silent.
     */
    private static final int NANO_DECIMALS = 9;
    private static final int MILLI_DECIMALS = 6;
    private static final long LATEST_SECONDS = 9_000_000_000L;
    private static final long LONGEST_MILLIS = 1_000_000_000_000L;
    private static final int HEAVIEST = 1000;
    private static final String STATUS = "status:";

    private final Subject subject;

    /** A reader for the servers of this pool. */
    public StepReader(Subject subject) {
        this.subject = subject;
    }

    /**
     * The step that a line is.
     *
     * @param start where the line begins
     * @throws BadInput when it is none, with the place of what is wrong
     */
    public Step read(Place start, String line) {
        var table = Json.read(start, line);
        var names = table.entries().keySet();
        if (names.contains("close")) {
            return close(new Fields(table, "a close", List.of("close", "outcome", "tookMillis")));
        } else if (names.contains("at")) {
            return new Step.At(new Fields(table, "a time", List.of("at")).fine("at", NANO_DECIMALS, LATEST_SECONDS));
        } else if (names.contains("server")) {
            return server(table, new Fields(table, "a server", List.of("server", "set", "weight")));
        } else if (names.contains("check")) {
            var fields = new Fields(table, "a check", List.of("check", "passed"));
            return new Step.Checked(one(fields, "check"), fields.truth("passed"));
        } else if (names.contains("observe")) {
            return observed(table, new Fields(table, "an observation", List.of("observe", "status", "outcome")));
        } else if (names.contains("agent")) {
            var fields = new Fields(table, "an agent", List.of("agent", "says"));
            return new Step.AgentSays(one(fields, "agent"), fields.text("says"));
        }
        return ask(new Fields(table, "a request", List.of("id", "client", "method", "path", "headers", "fails")));
    }

    private Step ask(Fields fields) {
        var headers = new HashMap<String, String>();
        fields.entries("headers")
                .forEach((name, entry) -> headers.put(name.toLowerCase(Locale.ROOT), Fields.text(entry)));
        var request = new Request(
                fields.optional("client").orElse("127.0.0.1"),
                fields.optional("method").orElse("GET"),
                fields.optional("path").orElse("/"),
                headers,
                "");
        var fails = new HashMap<ServerId, Outcome>();
        fields.entries("fails").forEach((name, entry) -> {
            var outcome = Fields.checked(entry.value().place(), () -> outcome(Fields.text(entry), How.REFUSED));
            Fields.checked(entry.place(), () -> subject.servers(name)).forEach(id -> fails.put(id, outcome));
        });
        return new Step.Ask(fields.optional("id"), subject.upstream().key().keyed(request), fails);
    }

    private static Step close(Fields fields) {
        var outcome = fields.has("outcome") ? fields.text("outcome", word -> outcome(word, How.CLOSED)) : Outcome.OK;
        var took = fields.has("tookMillis")
                ? OptionalLong.of(fields.fine("tookMillis", MILLI_DECIMALS, LONGEST_MILLIS))
                : OptionalLong.empty();
        return new Step.Close(fields.text("close"), outcome, took);
    }

    private Step server(Json.Table table, Fields fields) {
        var server = one(fields, "server");
        if (fields.has("set") == fields.has("weight")) {
            throw new BadInput(
                    table.place(), "a server is either set or weighed; write \"set\" or \"weight\" beside it");
        }
        return fields.has("set")
                ? new Step.Told(server, fields.text("set", StepReader::order))
                : new Step.Weigh(server, fields.whole("weight", 0, HEAVIEST));
    }

    private static Step.Order order(String word) {
        return Stream.of(Step.Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a server is set up, down, drain, maint or ready, not \"" + word + "\""));
    }

    private Step observed(Json.Table table, Fields fields) {
        var server = one(fields, "observe");
        if (fields.has("status") == fields.has("outcome")) {
            throw new BadInput(table.place(), "write either the \"status\" that was observed or the \"outcome\"");
        }
        return new Step.Observed(
                server,
                fields.has("status")
                        ? new Outcome.Answered(fields.whole("status", 100, 599))
                        : fields.text("outcome", word -> outcome(word, How.REFUSED)));
    }

    private ServerId one(Fields fields, String name) {
        return fields.text(name, called -> {
            var servers = subject.servers(called);
            if (servers.size() > 1) {
                throw new IllegalArgumentException("several servers are at " + called + "; name one of " + servers);
            }
            return servers.getFirst();
        });
    }

    private static Outcome outcome(String word, How error) {
        if (word.matches(STATUS + "[1-5][0-9][0-9]")) {
            return new Outcome.Answered(Integer.parseInt(word.substring(STATUS.length())));
        }
        return switch (word) {
            case "ok" -> Outcome.OK;
            case "error" -> new Outcome.Broken(error);
            case "refused" -> new Outcome.Broken(How.REFUSED);
            case "closed" -> new Outcome.Broken(How.CLOSED);
            case "timeout" -> new Outcome.Broken(How.TIMEOUT);
            default ->
                throw new IllegalArgumentException(
                        "an attempt ends ok, error, refused, closed, timeout or status:500, not \"" + word + "\"");
        };
    }
}
