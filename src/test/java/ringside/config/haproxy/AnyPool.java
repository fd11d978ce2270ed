package ringside.config.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.haproxy.Checking;
import ringside.engine.haproxy.Haproxy;
import ringside.engine.haproxy.Observing;
import ringside.engine.haproxy.Redispatch;
import ringside.world.Checks;

/** Pools of any kind that HAProxy can have, by chance. */
record AnyPool(Random random) {
    private static final Terms PLAIN = Terms.STANDARD.failing(0, Terms.STANDARD.failTimeout());

    Upstream named(String name) {
        var policy = policy();
        var servers = servers();
        var timeout = Duration.ofMillis(1 + random.nextInt(5000));
        int retries = random.nextInt(5);
        var redispatch = Redispatch.standard(policy.id(), timeout)
                .trying(retries, retries == 0 ? 0 : random.nextInt(retries + 3) - retries);
        return new Upstream(name, policy, KeyRule.STANDARD, servers, redispatch, checks(servers));
    }

    private PolicyChoice policy() {
        var entry = Haproxy.ENTRIES.get(random.nextInt(Haproxy.ENTRIES.size()));
        var options = new TreeMap<String, String>();
        for (var option : entry.options()) {
            if (random.nextBoolean()) {
                value(option.name()).ifPresent(value -> options.put(option.name(), value));
            }
        }
        named(entry.id(), options);
        if ("on".equals(options.get("avalanche")) && !options.containsKey("function")) {
            options.put("function", "crc32");
        }
        return new PolicyChoice(entry.id(), options);
    }

    private void named(String id, TreeMap<String, String> options) {
        switch (id) {
            case "haproxy/hdr" -> options.put("header", chosen("host", "x-user", "user_agent", "a!#b"));
            case "haproxy/url_param" -> options.put("parameter", chosen("k", "a b", "'q\"", "#5\\", "é"));
            default -> {}
        }
    }

    private Optional<String> value(String option) {
        return switch (option) {
            case "allbackups", "avalanche", "whole" -> Optional.of("on");
            case "hash-type" -> Optional.of("consistent");
            case "function" -> Optional.of(chosen("sdbm", "djb2", "crc32", "wt6"));
            case "hash-balance-factor" -> Optional.of(Integer.toString(101 + random.nextInt(400)));
            case "len", "depth" -> Optional.of(Integer.toString(1 + random.nextInt(20)));
            case "draws" -> Optional.of(Integer.toString(3 + random.nextInt(5)));
            default -> Optional.empty();
        };
    }

    private List<UpstreamServer> servers() {
        var numbers = new ArrayList<>(IntStream.rangeClosed(1, 50).boxed().toList());
        Collections.shuffle(numbers, random);
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> server(i, numbers.get(i)))
                .toList();
    }

    private UpstreamServer server(int place, int number) {
        var terms = PLAIN.numbered(number)
                .limitedTo(random.nextInt(4))
                .startingSlowly(Duration.ofMillis(random.nextInt(3) * 1500L));
        var member = new Member(
                new ServerId(chosen("s", "a.b:", "_-") + place),
                random.nextInt(257),
                random.nextBoolean() ? Standing.UP : Standing.DOWN,
                random.nextBoolean() ? terms.asBackup() : terms);
        return new UpstreamServer(
                member, Optional.of(chosen("127.0.0.1:", "[::1]:", "a.test:") + (1 + place)), watch());
    }

    private Watch watch() {
        if (random.nextInt(3) == 0) {
            return new Watch(Optional.empty(), Optional.empty(), random.nextBoolean());
        }
        var checking = new Checking(1 + random.nextInt(100), 1 + random.nextInt(100), time(), maybeTime(), maybeTime());
        var observing = Observing.fresh(
                chosen(Observing.Layer.values()), 1 + random.nextInt(20), chosen(Observing.OnError.values()));
        return new Watch(
                Optional.of(checking), Optional.of(observing).filter(_ -> random.nextBoolean()), random.nextBoolean());
    }

    private Checks checks(List<UpstreamServer> servers) {
        var first = servers.stream().flatMap(s -> s.watch().checks().stream()).findFirst();
        if (first.isEmpty()) {
            return new Checks(
                    Checks.Kind.NONE, "/", Checks.none().every(), Checks.none().timeout(), 2, 3);
        }
        var path = chosen("/", "/up?a=b", "/'\"#\\ $x".replace(" ", ""));
        var kind = random.nextBoolean() ? Checks.Kind.HTTP : Checks.Kind.TCP;
        return new Checks(
                kind,
                kind == Checks.Kind.HTTP ? path : "/",
                first.get().inter(),
                time(),
                first.get().rise(),
                first.get().fall());
    }

    private Duration time() {
        return Duration.ofMillis(10 + random.nextInt(100_000));
    }

    private Optional<Duration> maybeTime() {
        return random.nextBoolean() ? Optional.of(time()) : Optional.empty();
    }

    @SafeVarargs
    private <T> T chosen(T... values) {
        return values[random.nextInt(values.length)];
    }
}
