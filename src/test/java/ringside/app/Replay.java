package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import ringside.engine.Vectors;

/** The command on one pool of a configuration that was recorded, whose server i listened on 127.0.0.1:(19000 + i). */
final class Replay {
    private static final String FOLDER = "src/test/resources/vectors/";
    private static final String ADDRESS = "127.0.0.1:1900";

    private final String file;
    private final String upstream;
    private final List<String> lines = new ArrayList<>();

    private Replay(String file, String upstream) {
        this.file = FOLDER + file;
        this.upstream = upstream;
    }

    static Replay of(String file, String upstream) {
        return new Replay(file, upstream);
    }

    static String address(int number) {
        return ADDRESS + number;
    }

    /** The numbers of the servers that keys go to. */
    List<String> keys(List<String> keys) {
        return numbers(told(String.join("\n", keys) + "\n", "--keys", "-"), keys.size());
    }

    /** The numbers of the servers that so many requests go to, one after the other. */
    String count(int count) {
        return String.join(" ", numbers(told("", "--count", Integer.toString(count)), count));
    }

    private static List<String> numbers(String csv, int rows) {
        var numbers = csv.lines()
                .skip(1)
                .map(row -> number(row.substring(row.lastIndexOf(',') + 1)))
                .toList();
        assertThat(numbers).hasSize(rows);
        return numbers;
    }

    /** One more line of the trace. */
    Replay line(JsonObject line) {
        lines.add(line.toString());
        return this;
    }

    /** One more line of the trace: names and texts in turn. */
    Replay line(String... fields) {
        return line(json(fields));
    }

    static JsonObject json(String... fields) {
        var json = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            json.addProperty(fields[i], fields[i + 1]);
        }
        return json;
    }

    /** A request at which these servers fail so. */
    static JsonObject failing(JsonObject request, Iterable<String> servers, String how) {
        var fails = new JsonObject();
        servers.forEach(number -> fails.addProperty(ADDRESS + number, how));
        request.add("fails", fails);
        return request;
    }

    /** The rows of the whole trace: id, server and attempts, servers by their numbers. */
    List<List<String>> requests() {
        return rows(trace()).stream()
                .map(row -> List.of(row.get(0), number(row.get(1)), numbers(row.get(2))))
                .toList();
    }

    /** The same for the servers where requests ended. */
    List<String> servers() {
        return requests().stream().map(row -> row.get(1)).toList();
    }

    /** What a server, counted from 1, was like after each line. */
    List<String> states(int number) {
        return rows(trace("--states")).stream().map(row -> row.get(2 + number)).toList();
    }

    private String trace(String... more) {
        var args = new ArrayList<>(List.of("--requests", "-"));
        args.addAll(Arrays.asList(more));
        return told(String.join("\n", lines) + "\n", args.toArray(String[]::new));
    }

    private static List<List<String>> rows(String csv) {
        return csv.lines().skip(1).map(row -> List.of(row.split(",", -1))).toList();
    }

    private String told(String input, String... args) {
        var all = new ArrayList<>(List.of("pick", file, "--upstream", upstream));
        all.addAll(Arrays.asList(args));
        var told = Told.given(input, all.toArray(String[]::new));
        assertThat(told.code()).as(told.err()).isZero();
        return told.out();
    }

    private static String numbers(String servers) {
        return servers.isEmpty()
                ? ""
                : String.join(
                        " ",
                        Arrays.stream(servers.split(" ", -1))
                                .map(Replay::number)
                                .toList());
    }

    private static String number(String server) {
        return server.startsWith(ADDRESS) ? server.substring(ADDRESS.length()) : server;
    }

    static JsonElement recorded(String file) {
        return JsonParser.parseString(Vectors.text(file));
    }

    static List<JsonObject> parts(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    static List<String> texts(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    /** Lets requests come and go as recorded; the servers that they got, nobody as {@code none}. */
    List<String> comeAndGo(JsonElement events) {
        var servers = new ArrayList<String>();
        for (var event : parts(events)) {
            if (event.has("close")) {
                line("close", event.get("close").getAsString());
                continue;
            }
            var request = json("id", event.get("open").getAsString());
            if (event.has("key")) {
                request.add("headers", json("K", event.get("key").getAsString()));
            }
            line(request);
            servers.add(event.get("server").getAsString().replace("status502", "none"));
        }
        assertThat(servers()).isEqualTo(servers);
        return servers;
    }
}
