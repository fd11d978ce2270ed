package ringside.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ringside.world.Command;
import ringside.world.HandlingCommand;

/** The words of commands, one command a line: in lessons, and on the standard input of {@code ringside serve}. */
public final class CommandWords {
    private record Verb(String form, Function<Words, Wish> reader) {}

    private static final Map<String, Verb> VERBS = new LinkedHashMap<>();

    private CommandWords() {}

    static {
        verb("add NAME [at HOST:PORT] [weight N] [workers N] [queue N] [latency 10ms] [pool NAME]", ServerWords::add);
        verb("drain SERVER", words -> ServerWords.remove(words, Command.Leaving.DRAIN));
        verb("remove SERVER", words -> ServerWords.remove(words, Command.Leaving.DRAIN));
        verb("kill SERVER", words -> ServerWords.remove(words, Command.Leaving.KILL));
        verb("weight SERVER N", ServerWords::weight);
        verb("zombie SERVER", words -> ServerWords.behave(words, "zombie"));
        verb("crash SERVER", words -> ServerWords.behave(words, "crash"));
        verb("refuse SERVER", words -> ServerWords.behave(words, "refuse"));
        verb("slow SERVER x3", words -> ServerWords.behave(words, "slow"));
        verb("errors SERVER 20%", words -> ServerWords.behave(words, "errors"));
        verb("freeze SERVER", words -> ServerWords.behave(words, "freeze"));
        verb("reset SERVER", words -> ServerWords.behave(words, "reset"));
        verb("truncate SERVER", words -> ServerWords.behave(words, "truncate"));
        verb("endless SERVER", words -> ServerWords.behave(words, "endless"));
        verb("miscount SERVER 7", words -> ServerWords.behave(words, "miscount"));
        verb("flap SERVER 2s [off 500ms]", words -> ServerWords.behave(words, "flap"));
        verb("warm SERVER 30s", words -> ServerWords.behave(words, "warm"));
        verb("trickle SERVER 50ms", words -> ServerWords.behave(words, "trickle"));
        verb("recover SERVER", words -> ServerWords.behave(words, "recover"));
        verb(
                "latency SERVER [constant | exponential | uniform 5ms | lognormal 5ms] 10ms [outliers 1% x100]",
                ServerWords::latency);
        verb("processes SERVER off | 16 [wake one | all] [wake-cost 50us]", ServerWords::processes);
        verb("policy ID [OPTION=N]", PoolWords::policy);
        verb(
                "traffic off | poisson 80/s | constant 10/s | bursts 200/s on 1s off 4s | batches 2/s of 50"
                        + " | diurnal 10/s to 200/s period 60s | closed 20 think 50ms",
                PoolWords::traffic);
        verb("patience 2s", PoolWords::patience);
        verb("clients N", PoolWords::clients);
        verb("per-connection N | off", PoolWords::perConnection);
        verb("keys uniform N | zipf N EXPONENT | named KEY…", PoolWords::keys);
        verb("checks off | http | tcp [path /health] [every 1s] [timeout 500ms] [rise 2] [fall 3]", CheckWords::checks);
        verb("timeout 1s", HandlingWords::timeout);
        verb("layer http | tcp", HandlingWords::layer);
        verb("tls off | balancer | servers", HandlingWords::tls);
        verb("key standard | $arg_user", HandlingWords::key);
        verb("route [host HOST] [path /PATH | exact /PATH] [header NAME VALUE] to POOL", HandlingWords::route);
        verb("routes off | [host HOST] [path /PATH | exact /PATH] to POOL…", HandlingWords::routes);
        verb("sticky off | cookie NAME | source 30m [draining stay | move]", HandlingWords::sticky);
        verb("limit off | 100/s [burst N] [kind token-bucket] [per client]", HandlingWords::limit);
        verb("retries off | N [on closed timeout 503] [budget 20%] [least 10]", HandlingWords::retries);
        verb(
                "breaker off | after 5 | after 50% [window 20] [at-least 10] [open 10s] [trials 1]",
                HandlingWords::breaker);
        verb("eject off | after 3 [for 10s] [most 50%]", HandlingWords::eject);
        verb("panic off | 50%", HandlingWords::panic);
        verb("capacity off | 100 [queue N] [patience 1s]", HandlingWords::capacity);
        verb(
                "cache off | 10s [entries 1000] [jitter 10%] [hit 1ms] [single-flight true] [early 1] [stale 5s]"
                        + " [workers 4] [queue 1000] [latency 100ms]",
                CacheWords::cache);
        verb("sessions off | local | shared", SessionWords::sessions);
        verb("send N [key KEY | path /PATH] [client ADDRESS]", PoolWords::send);
    }

    /**
     * Reads one command of a line.
     *
     * @param start where the line begins
     * @param reach where an added server may be
     * @throws BadInput when it is no command, at the column of the word that is wrong
     */
    public static Wish read(Place start, String line, Reach reach) {
        var words = new Words(start, line, reach);
        var first = words.next("a command");
        var verb = VERBS.get(first);
        if (verb == null) {
            throw words.unknown("unknown command", List.copyOf(VERBS.keySet()));
        }
        words.expect(verb.form());
        var wish = verb.reader().apply(words);
        words.end();
        return wish;
    }

    /** What each command looks like, in the order they are taught. */
    public static List<String> forms() {
        var forms = new ArrayList<String>();
        VERBS.values().forEach(verb -> forms.add(verb.form()));
        return forms;
    }

    /** The words of a command in full: reading them gives an equal one, whatever the world. */
    public static String of(Command command) {
        return switch (command) {
            case Command.AddServer add -> "add " + ServerWords.of(add);
            case Command.RemoveServer(var server, var how) ->
                (how == Command.Leaving.KILL ? "kill " : "drain ") + ServerWords.of(server);
            case Command.SetWeight(var server, int weight) -> "weight " + ServerWords.of(server) + " " + weight;
            case Command.SetBehaviour(var server, var behaviour) -> ServerWords.of(server, behaviour);
            case Command.SetLatency(var server, var latency) ->
                "latency " + ServerWords.of(server) + " " + LatencyWords.of(latency);
            case Command.SetProcesses(var server, var processes) ->
                "processes " + ServerWords.of(server) + " "
                        + processes.map(ProcessWords::of).orElse("off");
            case Command.SetPolicy(var policy) -> "policy " + PoolWords.of(policy);
            case Command.SetTraffic(var traffic) -> "traffic " + PoolWords.of(traffic);
            case Command.SetChecks(var checks) -> "checks " + CheckWords.of(checks);
            case Command.SetCache(var caching) -> "cache " + CacheWords.of(caching);
            case Command.SetSessions(var where) -> "sessions " + SessionWords.of(where);
            case HandlingCommand handling -> HandlingWords.of(handling);
            case Command.Send send -> "send " + PoolWords.of(send);
        };
    }

    private static void verb(String form, Function<Words, Wish> reader) {
        VERBS.put(form.substring(0, form.indexOf(' ')), new Verb(form, reader));
    }
}
