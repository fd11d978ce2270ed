package ringside.engine.nginx;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.Vectors;

/** What nginx was told and what it did, in the recordings' own shapes: server i listened on 127.0.0.1:(19000 + i). */
final class Recorded {
    private static final String ADDRESS = "127.0.0.1:1900";

    private Recorded() {}

    static JsonElement json(String file) {
        return JsonParser.parseString(Vectors.text("nginx/" + file));
    }

    static List<List<String>> rows(String file) {
        return Vectors.rows("nginx/" + file);
    }

    /** The fields of a table's first line, which may be quoted. */
    static List<String> header(String file) {
        return fields(Vectors.text("nginx/" + file).lines().findFirst().orElseThrow());
    }

    /** The fields of a line, of which those with commas are quoted. */
    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        for (var part : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            fields.add(
                    part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part);
        }
        return fields;
    }

    static Pool weighing(int... weights) {
        return Pool.of(IntStream.rangeClosed(1, weights.length)
                .mapToObj(i -> Member.up(ADDRESS + i, weights[i - 1]))
                .toList());
    }

    /** Servers as {@code [[5, "max_fails=2 backup"], …]}. */
    static Pool pool(JsonArray servers) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < servers.size(); i++) {
            var server = servers.get(i).getAsJsonArray();
            members.add(member(i + 1, server.get(0).getAsInt(), server.get(1).getAsString()));
        }
        return Pool.of(members);
    }

    static Pool pool(String servers) {
        return pool(JsonParser.parseString(servers).getAsJsonArray());
    }

    private static Member member(int number, int weight, String words) {
        var member = Member.up(ADDRESS + number, weight);
        for (var word : words.split(" ", -1)) {
            member = switch (word.replaceFirst("=.*", "")) {
                case "" -> member;
                case "down" -> member.with(Standing.DOWN);
                case "backup" -> member.with(member.terms().asBackup());
                case "max_conns" -> member.with(member.terms().limitedTo(amount(word)));
                case "max_fails" -> member.with(failing(member.terms(), amount(word)));
                case "fail_timeout" -> member.with(within(member.terms(), amount(word)));
                default -> throw new IllegalArgumentException(word);
            };
        }
        return member;
    }

    private static Terms failing(Terms terms, int most) {
        return terms.failing(most, terms.failTimeout());
    }

    private static Terms within(Terms terms, int seconds) {
        return terms.failing(terms.maxFails(), Duration.ofSeconds(seconds));
    }

    private static int amount(String word) {
        return Integer.parseInt(word.replaceAll("\\D", ""));
    }

    static ServerId server(int number) {
        return new ServerId(ADDRESS + number);
    }

    /** The number of a server. */
    static String numberOf(ServerId server) {
        return server.name().substring(ADDRESS.length());
    }
}
