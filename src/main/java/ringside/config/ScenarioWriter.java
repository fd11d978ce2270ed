package ringside.config;

import java.util.Locale;
import java.util.stream.Collectors;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Sessions;
import ringside.world.Traffic;

/** Turns a scenario into YAML. */
final class ScenarioWriter {
    private ScenarioWriter() {}

    static String write(Scenario scenario) {
        var yaml = new StringBuilder("pool:\n");
        yaml.append("  policy: ").append(policy(scenario.policy())).append('\n');
        yaml.append("  servers:").append(scenario.servers().isEmpty() ? " []\n" : "\n");
        scenario.servers().forEach(s -> yaml.append("    - {").append(server(s)).append("}\n"));
        yaml.append("traffic: {").append(traffic(scenario.traffic())).append("}\n");
        yaml.append("checks: {").append(checks(scenario.checks())).append("}\n");
        HandlingWriter.write(scenario.handling(), yaml);
        scenario.caching()
                .ifPresent(
                        c -> yaml.append("cache: ").append(CacheWords.yaml(c)).append('\n'));
        if (scenario.sessions() != Sessions.NONE) {
            yaml.append("sessions: ")
                    .append(SessionWords.of(scenario.sessions()))
                    .append('\n');
        }
        return yaml.append("seed: ").append(scenario.seed()).append('\n').toString();
    }

    private static String policy(PolicyChoice policy) {
        if (policy.options().isEmpty()) {
            return policy.id();
        }
        return policy.options().entrySet().stream()
                .map(option -> option.getKey() + ": " + value(policy.id(), option.getKey(), option.getValue()))
                .collect(Collectors.joining(", ", "{id: " + policy.id() + ", ", "}"));
    }

    private static String value(String policy, String option, String value) {
        return Policies.isWorded(policy, option) ? Said.quoted(value) : value;
    }

    private static String server(ServerSpec server) {
        return "name: " + Said.quoted(server.id().name())
                + server.address().map(a -> ", address: " + Said.quoted(a)).orElse("")
                + ", weight: " + server.weight()
                + ", workers: " + server.workers()
                + ", queue: " + server.queue()
                + ", latency: " + LatencyWords.yaml(server.latency())
                + (server.behaviour() instanceof Behaviour.Healthy
                        ? ""
                        : ", behaviour: " + BehaviourWords.yaml(server.behaviour()))
                + TermsWords.yaml(server.terms())
                + (server.pool().equals(ServerSpec.MAIN) ? "" : ", pool: " + Said.quoted(server.pool()))
                + (server.down() ? ", down: true" : "")
                + ProcessWords.yaml(server.processes());
    }

    private static String traffic(Traffic traffic) {
        return "arrivals: " + ArrivalWords.yaml(traffic.arrivals()) + ", clients: " + traffic.clients() + ", keys: "
                + keys(traffic.keys())
                + (traffic.patience().equals(Traffic.MOST_PATIENCE)
                        ? ""
                        : ", patience: " + Units.of(traffic.patience()))
                + traffic.perConnection().map(n -> ", per-connection: " + n).orElse("");
    }

    private static String keys(Keys keys) {
        return switch (keys) {
            case Keys.Uniform(int count) -> "{uniform: " + count + "}";
            case Keys.Zipf(int count, double exponent) ->
                "{zipf: {count: " + count + ", exponent: " + Units.of(exponent) + "}}";
            case Keys.Named(var names) ->
                names.stream().map(Said::quoted).collect(Collectors.joining(",\n    ", "{named: [", "]}"));
        };
    }

    private static String checks(Checks checks) {
        return "kind: " + checks.kind().name().toLowerCase(Locale.ROOT)
                + ", path: " + Said.quoted(checks.path())
                + ", every: " + Units.of(checks.every())
                + ", timeout: " + Units.of(checks.timeout())
                + ", rise: " + checks.rise()
                + ", fall: " + checks.fall();
    }
}
