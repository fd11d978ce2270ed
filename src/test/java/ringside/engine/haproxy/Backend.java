package ringside.engine.haproxy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Member;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.Retries;
import ringside.engine.ServerId;
import ringside.engine.Trail;
import ringside.engine.Vectors;

/** A balancer by one of HAProxy's policies, in front of servers that are named by their numbers. */
final class Backend {
    private final Balancer balancer;
    private final Map<String, ServerId> open = new HashMap<>();
    private double seconds;

    private Backend(PolicyChoice choice, Pool pool) {
        balancer = new Balancer(Policies.make(choice, () -> (long) (seconds * 1e9), Dice.seeded(7)), pool);
    }

    static Backend by(String id, Pool pool) {
        return by(id, Map.of(), pool);
    }

    static Backend by(String id, Map<String, String> options, Pool pool) {
        return new Backend(new PolicyChoice(id, options), pool);
    }

    /** Servers 1, 2, … of these weights. */
    static Pool weighing(int... weights) {
        return Pool.of(IntStream.rangeClosed(1, weights.length)
                .mapToObj(i -> Member.up(Integer.toString(i), weights[i - 1]))
                .toList());
    }

    static Pool weighing(JsonElement weights) {
        return weighing(StreamSupport.stream(weights.getAsJsonArray().spliterator(), false)
                .mapToInt(JsonElement::getAsInt)
                .toArray());
    }

    static JsonElement json(String file) {
        return JsonParser.parseString(Vectors.text("haproxy/" + file));
    }

    static List<List<String>> rows(String file) {
        return Vectors.rows("haproxy/" + file);
    }

    void at(double now) {
        seconds = now;
    }

    /** Server such-and-such is changed from now on. */
    Backend change(String server, UnaryOperator<Member> how) {
        balancer.use(balancer.pool().change(new ServerId(server), how));
        return this;
    }

    /** The server for a request, {@code -} for nobody; it is over before the next. */
    String server(Request request) {
        return switch (balancer.pick(balancer.begin(request), Detail.REASONED)) {
            case Pick.Chosen(var server, var _) -> {
                balancer.settle(new Attempt(server, Outcome.OK, false, 0));
                yield server.name();
            }
            case Pick.Refused _ -> "-";
        };
    }

    /** The server for a key. */
    String owner(String key) {
        return server(Request.keyed(key));
    }

    /** The servers of so many requests, one after the other. */
    String next(int count) {
        var servers = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            servers.add(owner(""));
        }
        return String.join(" ", servers);
    }

    /** Why the next request goes where it goes. */
    Reason reason(String key) {
        return switch (pick(Request.keyed(key))) {
            case Pick.Chosen(var _, var why) -> why;
            case Pick.Refused(var cause) -> throw new AssertionError("refused: " + cause);
        };
    }

    Pick pick(Request request) {
        return balancer.pick(balancer.begin(request), Detail.REASONED);
    }

    /** Sends a request that stays, and tells who has it, {@code -} for nobody. */
    String open(String name, String key) {
        return switch (pick(Request.keyed(key))) {
            case Pick.Chosen(var server, var _) -> {
                open.put(name, server);
                yield server.name();
            }
            case Pick.Refused _ -> "-";
        };
    }

    void close(String name) {
        balancer.settle(new Attempt(Objects.requireNonNull(open.remove(name)), Outcome.OK, false, 0));
    }

    /** The servers of one request that goes wrong so often. */
    List<String> attempts(Request request, int count) {
        Trail trail = balancer.begin(request);
        for (int i = 0; i < count; i++) {
            if (balancer.pick(trail, Detail.REASONED) instanceof Pick.Chosen(var server, var _)) {
                balancer.settle(new Attempt(server, new Outcome.Broken(Outcome.How.REFUSED), true, 0));
            }
        }
        return trail.tried().stream().map(ServerId::name).toList();
    }

    /** The servers of one request that is refused everywhere, by these rules. */
    List<String> life(Request request, Retries rules) {
        var refused = new Outcome.Broken(Outcome.How.REFUSED);
        var trail = balancer.begin(request);
        var pick = balancer.pick(trail, Detail.REASONED);
        for (int left = rules.atFirst(balancer.pool()); pick instanceof Pick.Chosen(var server, var _); ) {
            var next = rules.after(request, refused, left, Duration.ZERO);
            balancer.settle(new Attempt(server, refused, !(next instanceof Next.Answer), 0));
            left = rules.left(left, refused);
            pick = switch (next) {
                case Next.Retry() -> balancer.pick(trail, Detail.REASONED);
                case Next.Again(var _) -> balancer.again(trail, Detail.REASONED);
                case Next.Answer(int _) -> new Pick.Refused(Pick.Cause.NONE_AVAILABLE);
            };
        }
        return trail.tried().stream().map(ServerId::name).toList();
    }

    /** Opens and closes as recorded, and holds each server against the recorded one; how many were opened. */
    int replay(JsonArray events) {
        int opened = 0;
        for (var event : events) {
            var what = event.getAsJsonObject();
            if (what.has("close")) {
                close(what.get("close").getAsString());
                continue;
            }
            var key = what.has("key") ? what.get("key").getAsString() : "";
            var name = what.get("open").getAsString();
            var server = open(name, key);
            if (!server.equals(what.get("server").getAsString())) {
                throw new AssertionError(name + " went to " + server + ", not " + what.get("server"));
            }
            opened++;
        }
        return opened;
    }

    /** A table's columns by their titles, of which those with commas are quoted. */
    static List<String> header(String file) {
        var line = Vectors.text("haproxy/" + file).lines().findFirst().orElseThrow();
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).stream()
                .map(title -> title.replace("\"", ""))
                .toList();
    }
}
