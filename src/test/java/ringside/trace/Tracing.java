package ringside.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ringside.config.Place;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.Retries;
import ringside.engine.haproxy.Checking;
import ringside.engine.haproxy.Observing;
import ringside.engine.haproxy.Redispatch;
import ringside.engine.nginx.NextUpstream;
import ringside.world.Checks;

/** A rehearsal of servers s1, s2, … at 127.0.0.1:9001, 9002, …, told line by line. */
final class Tracing {
    static final Checking CHECKING = new Checking(2, 3, Duration.ofSeconds(2), Optional.empty(), Optional.empty());

    private final Subject subject;
    private final Rehearsal rehearsal;
    private final StepReader reader;
    private int line;

    private Tracing(Subject subject) {
        this.subject = subject;
        rehearsal = new Rehearsal(subject);
        reader = new StepReader(subject);
    }

    static Tracing of(Subject subject) {
        return new Tracing(subject);
    }

    static Tracing by(String policy, UpstreamServer... servers) {
        return of(subject(policy, Map.of(), List.of(), servers));
    }

    static Subject subject(
            String policy, Map<String, String> options, List<PathRoute> routes, UpstreamServer... servers) {
        Retries retries = policy.startsWith("haproxy/")
                ? Redispatch.standard(policy, Duration.ofSeconds(2)).trying(2, -1)
                : NextUpstream.STANDARD;
        var upstream = new Upstream(
                "pool",
                new PolicyChoice(policy, options),
                new KeyRule("$arg_k"),
                List.of(servers),
                retries,
                Checks.none());
        return new Subject(upstream, routes, false, 1);
    }

    static UpstreamServer server(int number) {
        return new UpstreamServer(Member.up("s" + number, 1), Optional.of("127.0.0.1:" + (9000 + number)), Watch.NONE);
    }

    static UpstreamServer server(int number, UnaryOperator<Member> how) {
        var server = server(number);
        return new UpstreamServer(how.apply(server.member()), server.address(), server.watch());
    }

    static UpstreamServer watched(int number, Optional<Observing> observing, boolean agent) {
        var server = server(number);
        return new UpstreamServer(
                server.member(), server.address(), new Watch(Optional.of(CHECKING), observing, agent));
    }

    /** What a line gets: the server and the attempts by port, such as {@code 9002: 9001 9002}; nothing if no request. */
    String told(String json) {
        line++;
        return rehearsal
                .take(reader.read(new Place("t", line, 1), json.replace('\'', '"')))
                .map(Tracing::text)
                .orElse("");
    }

    private static String text(Reply reply) {
        return (reply.server().orElse("none") + ": " + String.join(" ", reply.attempts())).replace("127.0.0.1:", "");
    }

    /** The same for lines one after the other. */
    List<String> all(String... lines) {
        var told = new ArrayList<String>();
        for (var each : lines) {
            told.add(told(each));
        }
        return told;
    }

    /** The ports that so many plain requests go to. */
    String next(int count) {
        var ports = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ports.add(told("{}").replaceFirst(":.*", ""));
        }
        return String.join(" ", ports);
    }

    /** What a server, counted from 1, is like now. */
    String state(int number) {
        return rehearsal.states().get(number - 1);
    }

    Subject subject() {
        return subject;
    }
}
