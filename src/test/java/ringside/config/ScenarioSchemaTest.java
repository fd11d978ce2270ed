package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.Policies;
import ringside.engine.PolicyOption;

/** The schema that editors use and the reader agree on what is right and what is wrong. */
final class ScenarioSchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = Optional.ofNullable(ScenarioFile.class.getResourceAsStream("scenario.schema.json"))
                .orElseThrow()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean schemaTakes(String text) {
        return SCHEMA.validate(text, InputFormat.YAML).isEmpty();
    }

    private static boolean readerTakes(String text) {
        try {
            ScenarioFile.read(Yaml.read("s.yaml", text), Path.of("."), Reach.THIS_MACHINE);
            return true;
        } catch (BadInput _) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool: {servers: []}",
                "pool: {policy: textbook/md5-ring, servers: [{name: A}]}",
                "pool: {policy: {id: textbook/ring}, servers: [{name: A}]}",
                "pool: {policy: {id: textbook/ring, points: 160}, servers: [{name: A}]}",
                "pool: {policy: {id: textbook/maglev, size: 4093}, servers: [{name: A}]}",
                "pool: {policy: {id: textbook/bounded-load-ring, points: 9, capacity: 150}, servers: []}",
                "pool: {policy: {id: textbook/peak-ewma, decay: 500}, servers: []}",
                "pool: {policy: {id: textbook/two-choices, draws: 3}, servers: []}",
                "pool: {servers: [{name: A, address: \"[::1]:80\", weight: 1000, workers: 1, queue: 0}]}",
                "pool: {servers: [{name: A, latency: 0ms, behaviour: refusing}]}",
                "pool: {servers: [{name: A, down: true, backup: false, number: 7, written: \"127.0.0.1:9001\"}]}",
                "pool: {servers: [{name: A, max-fails: 0, fail-timeout: 1m, max-connections: 9, slow-start: 30s}]}",
                "pool: {servers: [{name: A, latency: {constant: 1.5ms}, behaviour: {slow: 1.5}}]}",
                "pool: {servers: [{name: A, latency: {uniform: [5ms, 9ms]}, behaviour: {errors: 20}}]}",
                "pool: {servers: [{name: A, latency: {lognormal: {median: 20ms, p99: 200ms}}, behaviour: frozen}]}",
                "pool: {servers: [{name: A, latency: {pareto: {scale: 10ms, shape: 1.5}}, behaviour: resetting}]}",
                "pool: {servers: [{name: A, latency: {outliers: {usual: 20ms, percent: 1, times: 100}}}]}",
                "pool: {servers: [{name: A, behaviour: truncating}, {name: B, behaviour: endless-head}]}",
                "pool: {servers: [{name: A, behaviour: {flapping: 2s}}, {name: B, behaviour: {flapping: [2s,"
                        + " 500ms]}}]}",
                "pool: {servers: [{name: A, behaviour: {warming: 30s}}, {name: B, behaviour: {trickling: 50ms}}]}",
                "pool: {servers: [{name: A, behaviour: {miscounting: -7}}, {name: B, behaviour: {miscounting: 7}}]}",
                "pool: {servers: []}\ntraffic: {arrivals: {bursts: {rate: 200/s, on: 1s, off: 4s}}, patience: 2s}",
                "pool: {servers: []}\ntraffic: {arrivals: {closed: {clients: 20, think: 50ms}}}",
                "pool: {servers: []}\ntraffic: {}",
                "pool: {servers: []}\ntraffic: {arrivals: none, clients: 100000, keys: {uniform: 1000000}}",
                "pool: {servers: []}\ntraffic: {arrivals: {constant: 600/min}, keys: {named: [a, \"1\"]}}",
                "pool: {servers: []}\ntraffic: {arrivals: {poisson: 80/s}, keys: {zipf: {count: 1, exponent: 0}}}",
                "pool: {servers: []}\nchecks: {kind: none}",
                "pool: {servers: []}\nchecks: {kind: tcp, path: /, every: 10ms, timeout: 1h, rise: 1, fall: 100}",
                "pool: {servers: []}\ntimeout: 1m\nseed: -7"
            })
    void bothTake(String text) {
        assertThat(readerTakes(text)).as("reader").isTrue();
        assertThat(schemaTakes(text)).as("schema").isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool: {servers: [{name: A, processes: 16}, {name: B, processes: 1, wake: all, wake-cost: 0ms}]}",
                "pool: {servers: []}\ntraffic: {arrivals: {batches: {rate: 2/s, size: 10000}}}",
                "pool: {servers: []}\ntraffic: {arrivals: {diurnal: {from: 10/s, to: 200/s, period: 24h}}}",
                "pool: {servers: []}\ntraffic: {per-connection: 20}"
            })
    void bothTakeHerdsConnectionsAndNewArrivals(String text) {
        bothTake(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "pool",
                "traffic: {}",
                "pool: {}",
                "pool: {servers: [], polcy: x}",
                "pool: {servers: {}}",
                "pool: {servers: []}\nextra: 1",
                "pool: {policy: 7, servers: []}",
                "pool: {policy: Best, servers: []}",
                "pool: {policy: {points: 160}, servers: []}",
                "pool: {policy: {id: textbook/ring, points: \"160\"}, servers: []}",
                "pool: {policy: {id: textbook/ring, points: 1.5}, servers: []}",
                "pool: {policy: {id: haproxy/uri, whole: 1}, servers: []}",
                "pool: {servers: [A]}",
                "pool: {servers: [{}]}",
                "pool: {servers: [{name: 7}]}",
                "pool: {servers: [{name: \"\"}]}",
                "pool: {servers: [{name: \"a b\"}]}",
                "pool: {servers: [{name: A, wieght: 3}]}",
                "pool: {servers: [{name: A, weight: 0}]}",
                "pool: {servers: [{name: A, weight: -1}]}",
                "pool: {servers: [{name: A, weight: 1001}]}",
                "pool: {servers: [{name: A, weight: \"3\"}]}",
                "pool: {servers: [{name: A, workers: 0}]}",
                "pool: {servers: [{name: A, queue: -1}]}",
                "pool: {servers: [{name: A, down: 1}]}",
                "pool: {servers: [{name: A, number: 0}]}",
                "pool: {servers: [{name: A, max-fails: -1}]}",
                "pool: {servers: [{name: A, slow-start: 30}]}",
                "pool: {servers: [{name: A, address: nowhere}]}",
                "pool: {servers: [{name: A, address: \"127.0.0.1:9001\", behaviour: zombie}]}"
            })
    void bothRefuseServersAndPolicies(String text) {
        bothRefuse(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool: {servers: [{name: A, latency: 10}]}",
                "pool: {servers: [{name: A, latency: 10 ms}]}",
                "pool: {servers: [{name: A, latency: {}}]}",
                "pool: {servers: [{name: A, latency: {gauss: 10ms}}]}",
                "pool: {servers: [{name: A, latency: {constant: 1ms, exponential: 1ms}}]}",
                "pool: {servers: [{name: A, latency: {uniform: [5ms]}}]}",
                "pool: {servers: [{name: A, latency: {lognormal: {median: 20ms}}}]}",
                "pool: {servers: [{name: A, latency: {pareto: {scale: 20ms, shape: 0.1}}}]}",
                "pool: {servers: [{name: A, latency: {outliers: {usual: 20ms, percent: 51, times: 100}}}]}",
                "pool: {servers: [{name: A, latency: {outliers: {usual: {outliers: {usual: 20ms, percent: 1, times:"
                        + " 2}}, percent: 1, times: 100}}}]}",
                "pool: {servers: [{name: A, behaviour: {miscounting: 0}}]}",
                "pool: {servers: [{name: A, behaviour: {flapping: [2s]}}]}",
                "pool: {servers: [{name: A, behaviour: {warming: 30}}]}",
                "pool: {servers: [{name: A, behaviour: dead}]}",
                "pool: {servers: [{name: A, behaviour: {slow: 0}}]}",
                "pool: {servers: [{name: A, behaviour: {errors: 101}}]}"
            })
    void bothRefuseLatenciesAndBehaviours(String text) {
        bothRefuse(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool: {servers: []}\ntraffic: {arrivals: {poisson: 80}}",
                "pool: {servers: []}\ntraffic: {arrivals: {}}",
                "pool: {servers: []}\ntraffic: {arrivals: often}",
                "pool: {servers: [{name: A, processes: 0}]}",
                "pool: {servers: [{name: A, processes: 16, wake: some}]}",
                "pool: {servers: [{name: A, wake: all}]}",
                "pool: {servers: [{name: A, wake-cost: 50us}]}",
                "pool: {servers: []}\ntraffic: {per-connection: 0}",
                "pool: {servers: []}\ntraffic: {arrivals: {bursts: 200/s}}",
                "pool: {servers: []}\ntraffic: {arrivals: {batches: {rate: 2/s, size: 0}}}",
                "pool: {servers: []}\ntraffic: {arrivals: {diurnal: {from: 10/s, to: 200/s}}}",
                "pool: {servers: []}\ntraffic: {arrivals: {closed: {clients: 0, think: 50ms}}}",
                "pool: {servers: []}\ntraffic: {arrivals: {closed: {clients: 5}}}",
                "pool: {servers: []}\ntraffic: {patience: 2}",
                "pool: {servers: []}\ntraffic: {clients: 0}",
                "pool: {servers: []}\ntraffic: {keys: {uniform: 0}}",
                "pool: {servers: []}\ntraffic: {keys: {named: []}}",
                "pool: {servers: []}\ntraffic: {keys: {named: [1]}}",
                "pool: {servers: []}\ntraffic: {keys: {zipf: {count: 5}}}",
                "pool: {servers: []}\ntraffic: {keys: {zipf: {count: 5, exponent: 11}}}",
                "pool: {servers: []}\nchecks: {}",
                "pool: {servers: []}\nchecks: {kind: udp}",
                "pool: {servers: []}\nchecks: {kind: http, path: health}",
                "pool: {servers: []}\nchecks: {kind: http, rise: 0}",
                "pool: {servers: []}\nchecks: {kind: http, every: 1}",
                "pool: {servers: []}\ntimeout: 1",
                "pool: {servers: []}\nseed: \"7\"",
                "pool: {servers: []}\nseed: 1.5"
            })
    void bothRefuseTrafficAndChecks(String text) {
        bothRefuse(text);
    }

    private static void bothRefuse(String text) {
        assertThat(readerTakes(text)).as("reader").isFalse();
        assertThat(schemaTakes(text)).as("schema").isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layer: tcp\ntls: servers",
                "tls: off",
                "key: \"${host}$arg_user\"",
                "routes: off",
                "routes: [{to: main}, {path: /a, to: main}, {exact: /a, to: main}]",
                "routes: [{host: \"*.localhost\", header: {x-a: \"1\"}, with: [b], without: [], to: main}]",
                "sticky: {cookie: SERVER}",
                "sticky: {source: 24h, draining: move}",
                "limit: {rate: 100/s}",
                "limit: {rate: 5/10s, burst: 0, kind: leaky-bucket, per: everybody}",
                "limit: off",
                "retries: none",
                "retries: {}",
                "retries: {attempts: all, on: [unreached, closed, timeout, invalid, 500], budget: 0%, least: 0}",
                "breaker: {failures: 1000, open: 1h, trials: 1000}",
                "breaker: {failures: 100%, window: 1, at-least: 1}",
                "ejection: {failures: 1}",
                "panic: 100%",
                "panic: off",
                "capacity: {most: 1, queue: 0, patience: 1ms}",
                "cache: off",
                "cache: {ttl: 24h}",
                "cache: {ttl: 1ms, entries: 1000000, jitter: 100%, hit: 0ms, single-flight: true, early: 1.5, stale:"
                        + " 5s}",
                "cache: {ttl: 10s, origin: {}}",
                "cache: {ttl: 10s, origin: {workers: 1, queue: 0, latency: {exponential: 100ms}}}"
            })
    void bothTakeWaysToHandleRequests(String text) {
        bothTake("pool: {servers: [{name: A}]}\n" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layer: 4",
                "layer: udp",
                "tls: on",
                "key: 7",
                "key: \"$\"",
                "routes: {}",
                "routes: [/a]",
                "routes: [{path: /a}]",
                "routes: [{path: a, to: main}]",
                "routes: [{path: /a?b, to: main}]",
                "routes: [{path: /a, exact: /b, to: main}]",
                "routes: [{header: {x-a: 1}, to: main}]",
                "routes: [{header: {\"a:b\": c}, to: main}]",
                "routes: [{with: [\"a b\"], to: main}]",
                "routes: [{with: cookie, to: main}]",
                "sticky: always",
                "sticky: {}",
                "sticky: {cookie: a, source: 30m}",
                "sticky: {cookie: \"a;b\"}",
                "sticky: {cookie: a, draining: leave}",
                "panic: 50",
                "panic: 101%"
            })
    void bothRefuseLayersRoutesAndStickiness(String text) {
        bothRefuse("pool: {servers: [{name: A}]}\n" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit: 100/s",
                "limit: {burst: 1}",
                "limit: {rate: 100}",
                "limit: {rate: 1.5/s}",
                "limit: {rate: 100/day}",
                "limit: {rate: 1/s, kind: bucket}",
                "limit: {rate: 1/s, per: server}",
                "retries: 3",
                "retries: {attempts: 0}",
                "retries: {attempts: 101}",
                "retries: {on: closed}",
                "retries: {on: [reset]}",
                "retries: {on: [404]}",
                "retries: {budget: 20}",
                "retries: {budget: 101%}",
                "breaker: {}",
                "breaker: {failures: 0}",
                "breaker: {failures: 0%}",
                "breaker: {failures: 101%}",
                "breaker: {failures: 5, window: 9}",
                "breaker: {failures: 5, trials: 0}",
                "ejection: {}",
                "ejection: {failures: 1, for: 5}",
                "ejection: {failures: 1, most: 50}",
                "capacity: 100",
                "capacity: {queue: 1}",
                "capacity: {most: 0}",
                "capacity: {most: 1, patience: 2}"
            })
    void bothRefuseLimitsRetriesAndGuards(String text) {
        bothRefuse("pool: {servers: [{name: A}]}\n" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache: 10s",
                "cache: {}",
                "cache: {entries: 5}",
                "cache: {ttl: 10}",
                "cache: {ttl: 10s, entries: 0}",
                "cache: {ttl: 10s, jitter: 10}",
                "cache: {ttl: 10s, jitter: 101%}",
                "cache: {ttl: 10s, single-flight: on}",
                "cache: {ttl: 10s, early: -1}",
                "cache: {ttl: 10s, early: 101}",
                "cache: {ttl: 10s, workers: 4}",
                "cache: {ttl: 10s, origin: {workers: 0}}",
                "cache: {ttl: 10s, origin: {latency: fast}}"
            })
    void bothRefuseCaches(String text) {
        bothRefuse("pool: {servers: [{name: A}]}\n" + text);
    }

    @Test
    void bothKnowEveryOptionOfEveryPolicyAsANumberOrAsText() {
        var options = Policies.all().stream()
                .flatMap(policy -> policy.options().stream().map(option -> {
                    boolean number = option instanceof PolicyOption.Whole;
                    return "pool: {policy: {id: " + policy.id() + ", " + option.name() + ": "
                            + (number ? option.usual() : '"' + option.usual() + '"') + "}, servers: []}";
                }))
                .toList();
        assertThat(options).hasSizeGreaterThan(30).allSatisfy(this::bothTake);
        assertThat(options)
                .filteredOn(text -> !text.contains("\""))
                .allSatisfy(text -> bothRefuse(text.replaceAll("(-?[0-9]+)}", "\"$1\"}")));
    }

    @Test
    void theSchemaTakesWhateverIsWritten() {
        for (long seed = 0; seed < 100; seed++) {
            var written = ScenarioFile.write(new AnyScenario(seed).scenario());
            assertThat(SCHEMA.validate(written, InputFormat.YAML))
                    .as("seed %s:%n%s", seed, written)
                    .isEmpty();
        }
    }
}
