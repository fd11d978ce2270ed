package ringside.config.haproxy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.world.Checks;

/** What is known of a proxy so far: its {@code defaults} say some of it, its own lines the rest. */
final class Settings implements Cloneable {
    /** Whether it looks into requests, as {@code mode http} says; otherwise it passes bytes. */
    boolean http;
    /** The name of its policy without {@code haproxy/}. */
    String balance = "roundrobin";
    /** The word that said so, if any did. */
    Optional<Word> balanceWord = Optional.empty();
    /** The options of the policy itself. */
    Map<String, String> balanceOptions = Map.of();
    /** The options of how hashes find servers. */
    Map<String, String> hashOptions = Map.of();

    int factor;
    boolean allBackups;
    int retries = 3;
    int redispatch;
    Optional<Duration> connectTimeout = Optional.empty();
    Optional<Duration> checkTimeout = Optional.empty();
    Checks.Kind check = Checks.Kind.TCP;
    String checkPath = "/";
    Optional<Word> defaultBackend = Optional.empty();
    private ServerDraft server = new ServerDraft();

    /** One like this that can go its own way. */
    Settings copy() {
        try {
            var copy = (Settings) clone();
            copy.server = server.copy();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What holds for each server unless its line says otherwise. */
    ServerDraft server() {
        return server;
    }

    /** What a policy and how hashes find servers come to. */
    Map<String, String> options() {
        var options = new TreeMap<>(balanceOptions);
        if (Balance.HASHES.contains(balance)) {
            options.putAll(hashOptions);
        }
        if (factor > 0 && (Balance.HASHES.contains(balance) || balance.equals("random"))) {
            options.put("hash-balance-factor", Integer.toString(factor));
        }
        if (allBackups) {
            options.put("allbackups", "on");
        }
        return options;
    }
}
