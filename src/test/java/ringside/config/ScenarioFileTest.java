package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Handling;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

final class ScenarioFileTest {
    private static final String KEYS =
            "pool, traffic, checks, layer, tls, timeout, key, routes, sticky, limit, retries,"
                    + " breaker, ejection, panic, capacity, cache, sessions, seed";

    @TempDir
    private Path folder;

    private Scenario read(String text) {
        return ScenarioFile.read(Yaml.read("s.yaml", text), folder, Reach.THIS_MACHINE);
    }

    private void refuses(String text, String message) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> read(text)).withMessage("s.yaml:" + message);
    }

    private void refusesServer(String server, String message) {
        refuses("pool:\n  servers:\n    - {name: A, " + server + "}\n", "3:" + message);
    }

    @Test
    void readsEverythingThatCanBeSaid() {
        var scenario = read("""
            pool:
              policy: {id: textbook/ring, points: 40}
              servers:
                - {name: A, weight: 3, workers: 1, queue: 5, latency: {exponential: 10ms}}
                - {name: B, address: 127.0.0.1:9001}
                - {name: C, latency: {uniform: [5ms, 9ms]}, behaviour: {slow: 3}}
                - {name: D, latency: 7ms, behaviour: zombie}
            traffic: {arrivals: {poisson: 80/s}, clients: 20, keys: {zipf: {count: 1000, exponent: 1.1}}}
            checks: {kind: http, path: /ok, every: 2s, timeout: 300ms, rise: 1, fall: 4}
            timeout: 3s
            seed: 7
            """);

        var mean10 = new Latency.Exponential(Duration.ofMillis(10));
        assertThat(scenario)
                .isEqualTo(new Scenario(
                        new PolicyChoice("textbook/ring", Map.of("points", "40")),
                        List.of(
                                new ServerSpec(new ServerId("A"), Optional.empty(), 3, 1, 5, mean10, Behaviour.HEALTHY),
                                ServerSpec.named("B").at("127.0.0.1:9001"),
                                ServerSpec.named("C")
                                        .taking(new Latency.Uniform(Duration.ofMillis(5), Duration.ofMillis(9)))
                                        .behaving(new Behaviour.Slow(3)),
                                ServerSpec.named("D")
                                        .taking(new Latency.Constant(Duration.ofMillis(7)))
                                        .behaving(new Behaviour.Zombie())),
                        new Traffic(new Arrivals.Poisson(80), 20, new Keys.Zipf(1000, 1.1)),
                        new Checks(Checks.Kind.HTTP, "/ok", Duration.ofSeconds(2), Duration.ofMillis(300), 1, 4),
                        Handling.USUAL.with(Duration.ofSeconds(3)),
                        7));
    }

    @Test
    void takesTheUsualForWhatIsLeftOut() {
        assertThat(read("pool: {servers: [{name: A}]}\n")).isEqualTo(Scenario.of(ServerSpec.named("A")));
    }

    @Test
    void readsBackWhatItWrites() {
        for (long seed = 0; seed < 300; seed++) {
            var scenario = new AnyScenario(seed).scenario();
            var written = ScenarioFile.write(scenario);
            assertThat(read(written)).as("seed %s:%n%s", seed, written).isEqualTo(scenario);
        }
    }

    @Test
    void refusesUnknownKeys() {
        refuses(
                "pool: {servers: []}\ntrafic: {}\n",
                "2:1: unknown key `trafic`; did you mean `traffic`? known: " + KEYS);
        refusesServer(
                "wieght: 3",
                "17: unknown key `wieght`; did you mean `weight`? known: name, address, weight, workers, queue,"
                        + " latency, behaviour, pool, down, written, number, backup, max-fails, fail-timeout,"
                        + " max-connections, slow-start, processes, wake, wake-cost");
    }

    @Test
    void refusesWrongTypes() {
        refuses("- pool\n", "1:1: this is a list; it should be a map with the keys " + KEYS);
        refuses("pool: {servers: A}\n", "1:17: `servers` is A; it should be a list");
        refusesServer("weight: heavy", "25: `weight` is heavy; it should be a whole number from 1 to 1000");
        refusesServer("latency: 10", "26: `latency`: 10 has no unit; write a duration such as 10ms, 1s or 2m");
        refuses(
                "pool: {servers: []}\nchecks: off\n",
                "2:9: `checks` is off; it should be a map with the keys" + " kind, path, every, timeout, rise, fall");
    }

    @Test
    void refusesAWeightOfNothingAndLess() {
        refusesServer("weight: 0", "25: `weight` is 0; it should be a whole number from 1 to 1000");
        refusesServer("weight: -1", "25: `weight` is -1; it should be a whole number from 1 to 1000");
    }

    @Test
    void refusesTwoServersOfOneName() {
        refuses(
                "pool:\n  servers:\n    - {name: A}\n    - {name: B}\n    - {name: A}\n",
                "5:14: two servers are named A; the first is on line 3, give this one another name");
    }

    @Test
    void refusesPortsAndHostsOutOfReach() {
        refusesServer("address: 127.0.0.1:65536", "26: `address`: port 65536 is out of range; a port is 1 to 65535");
        refusesServer(
                "address: 192.168.1.1:80",
                "26: `address`: 192.168.1.1:80 is beyond loopback, and traffic is kept on this machine;"
                        + " write 127.0.0.1:80, or start with --allow-remote");
    }

    @Test
    void refusesABehaviourForAServerThatRunsElsewhere() {
        refusesServer(
                "address: 127.0.0.1:9001, behaviour: zombie",
                "53: `behaviour` is set for a server with an address; how it behaves is decided where it runs");
    }

    @Test
    void refusesPoliciesAndOptionsThatThereAreNot() {
        refuses(
                "pool: {policy: {id: textbook/ring, points: 0}, servers: []}\n",
                "1:44: `points`: points is a whole number from 1 to 1000, not \"0\"");
        refuses(
                "pool: {policy: {id: textbook/ring, dots: 9}, servers: []}\n",
                "1:42: `dots`: textbook/ring has no option \"dots\"; it has points");
        refuses(
                "pool: {policy: {id: textbook/maglev, size: 100}, servers: []}\n",
                "1:44: `size`: size is a prime number, such as 251, 4093 or 65537, not \"100\"");
        refuses(
                "pool: {policy: {id: haproxy/hdr, hash-balance-factor: 90}, servers: []}\n",
                "1:55: `hash-balance-factor`: hash-balance-factor is 0 or a percentage above 100, not \"90\"");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("pool: {policy: textbook/best, servers: []}\n"))
                .withMessageStartingWith("s.yaml:1:16: `policy`: no policy is called \"textbook/best\"; there are"
                        + " textbook/round-robin, ");
    }

    @Test
    void neverRepeatsControlCharacters() {
        refuses(
                "pool: {servers: [{name: \"a\\e[2J\"}]}\n",
                "1:25: `name`: a server's name has 1 to 64 characters and no blanks, not \"a\\u001b[2J\"");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        var missing = folder.resolve("missing.yaml");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ScenarioFile.read(missing, Reach.THIS_MACHINE))
                .withMessage(missing + ":1:1: there is no such file; check its name and folder");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ScenarioFile.read(folder, Reach.THIS_MACHINE))
                .withMessage(folder + ":1:1: this is a folder; name a file in it");
        var latin = Files.write(folder.resolve("latin.yaml"), "a: 1\nb: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ScenarioFile.read(latin, Reach.THIS_MACHINE))
                .withMessage(latin + ":2:4: this is not UTF-8 text; save the file as UTF-8");
        var large = Files.write(folder.resolve("large.yaml"), new byte[1024 * 1024 + 1]);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ScenarioFile.read(large, Reach.THIS_MACHINE))
                .withMessage(large + ":1:1: this file is larger than 1048576 bytes; it should be smaller");
    }

    @Test
    void takesKeysFromAFileBesideIt() throws IOException {
        Files.writeString(folder.resolve("keys.txt"), "user:1\nuser:2\r\n\n two words\n");

        assertThat(read("pool: {servers: []}\ntraffic: {keys: {file: keys.txt}}\n")
                        .traffic()
                        .keys())
                .isEqualTo(new Keys.Named(List.of("user:1", "user:2", "", " two words")));
    }

    @Test
    void leavesItsFolderByNoWay() throws IOException {
        var right = "; name a file in the scenario's own folder, such as keys.txt";
        var outside = Files.writeString(folder.resolve("outside.txt"), "secret\n");
        var inner = Files.createDirectory(folder.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("link.txt"), outside);
        for (var name : List.of("../outside.txt", "/etc/passwd", "a/../../outside.txt", "C:/x", "a\\\\b")) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> keysIn(inner, name))
                    .withMessage("s.yaml:2:24: `file` leads out of the scenario's folder" + right);
        }
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> keysIn(inner, "link.txt"))
                .withMessage("s.yaml:2:24: `file` is a link out of the scenario's folder" + right);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> keysIn(inner, "none.txt"))
                .withMessage("s.yaml:2:24: `file` names none.txt, and there is no such file" + right);
    }

    private static Scenario keysIn(Path folder, String name) {
        var text = "pool: {servers: []}\ntraffic: {keys: {file: \"" + name + "\"}}\n";
        return ScenarioFile.read(Yaml.read("s.yaml", text), folder, Reach.THIS_MACHINE);
    }
}
