package ringside.engine.envoy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Vectors;

/** A balancer by one of Envoy's policies. */
final class Cluster {
    private final Balancer balancer;
    private long millis;

    private Cluster(PolicyChoice choice, Pool pool) {
        balancer = new Balancer(Policies.make(choice, () -> millis * 1_000_000, Dice.seeded(7)), pool);
    }

    static Cluster by(String id, Map<String, String> options, Pool pool) {
        return new Cluster(new PolicyChoice(id, options), pool);
    }

    /** Hosts A, B, … of these weights. */
    static Pool weighing(int... weights) {
        return Pool.of(IntStream.range(0, weights.length)
                .mapToObj(i -> Member.up(Character.toString('A' + i), weights[i]))
                .toList());
    }

    /** Hosts as recorded, such as {@code [["127.0.0.1:19001", 3]]}. */
    static Pool recorded(JsonElement hosts) {
        return Pool.of(elements(hosts)
                .map(JsonElement::getAsJsonArray)
                .map(host -> Member.up(host.get(0).getAsString(), host.get(1).getAsInt()))
                .toList());
    }

    static Stream<JsonElement> elements(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
    }

    static JsonElement json(String file) {
        return JsonParser.parseString(Vectors.text("envoy/" + file));
    }

    /** One part of the tables in Envoy's own tests. */
    static List<JsonObject> tables(String part) {
        JsonArray tables = json("envoy_unit_test_tables.json").getAsJsonObject().getAsJsonArray(part);
        return elements(tables).map(JsonElement::getAsJsonObject).toList();
    }

    /** From now on so many milliseconds after the beginning. */
    Cluster at(long now) {
        millis = now;
        return this;
    }

    Cluster change(String host, UnaryOperator<Member> how) {
        balancer.use(balancer.pool().change(new ServerId(host), how));
        return this;
    }

    Cluster add(Member member) {
        balancer.use(balancer.pool().plus(member));
        return this;
    }

    static Member slowly(Member member, long millis) {
        return member.with(member.terms().startingSlowly(Duration.ofMillis(millis)));
    }

    Pick pick(String key) {
        return balancer.pick(balancer.begin(Request.keyed(key)), Detail.REASONED);
    }

    /** Opens a request that stays; who has it, {@code -} for nobody. */
    String open(String key) {
        return switch (pick(key)) {
            case Pick.Chosen(var server, var _) -> server.name();
            case Pick.Refused _ -> "-";
        };
    }

    /** The same so often. */
    String opened(int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(_ -> open("")).toList());
    }

    void close(String host) {
        balancer.settle(new Attempt(new ServerId(host), Outcome.OK, false, 0));
    }

    /** The hosts of so many requests, each over before the next. */
    String next(int count) {
        var hosts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            hosts.add(open(""));
            close(hosts.getLast());
        }
        return String.join(" ", hosts);
    }

    /** The hosts of a request's attempts, each of which goes wrong. */
    List<String> attempts(String key, int count) {
        var trail = balancer.begin(Request.keyed(key));
        for (int i = 0; i < count; i++) {
            if (balancer.pick(trail, Detail.PLAIN) instanceof Pick.Chosen(var server, var _)) {
                balancer.settle(new Attempt(server, new Outcome.Broken(Outcome.How.REFUSED), true, 0));
            }
        }
        return trail.tried().stream().map(ServerId::name).toList();
    }

    /** Why the next attempt of a request goes elsewhere than where it was. */
    Reason another(String key) {
        var trail = balancer.begin(Request.keyed(key));
        balancer.pick(trail, Detail.PLAIN);
        return why(balancer.another(trail, Detail.REASONED));
    }

    Reason reason(String key) {
        return why(pick(key));
    }

    private static Reason why(Pick pick) {
        return switch (pick) {
            case Pick.Chosen(var _, var why) -> why;
            case Pick.Refused(var cause) -> throw new AssertionError("refused: " + cause);
        };
    }
}
