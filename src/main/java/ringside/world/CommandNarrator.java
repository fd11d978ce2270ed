package ringside.world;

import ringside.engine.ServerId;

/** Tells what was ordered. */
final class CommandNarrator {
    private final Phrases phrases;
    private final HandlingNarrator handling;
    private final CacheNarrator caches;

    CommandNarrator(Phrases phrases) {
        this.phrases = phrases;
        this.handling = new HandlingNarrator(phrases);
        this.caches = new CacheNarrator(phrases);
    }

    String tell(Command command) {
        return switch (command) {
            case Command.AddServer(var server, int _) -> phrases.say("command.add", server.id());
            case Command.RemoveServer(var server, var how) -> phrases.say("command.remove." + how.name(), server);
            case Command.SetWeight(var server, int weight) ->
                phrases.say("command.weight", server, Integer.toString(weight));
            case Command.SetBehaviour(var server, var behaviour) -> behaviour(server, behaviour);
            case Command.SetLatency(var server, var latency) -> latency(server, latency);
            case Command.SetProcesses(var server, var processes) ->
                processes
                        .map(p -> phrases.say(
                                "command.processes." + p.wake(), server, p.count(), phrases.duration(p.cost())))
                        .orElseGet(() -> phrases.say("command.processes.none", server));
            case Command.SetPolicy(var policy) -> phrases.say("command.policy", policy);
            case Command.SetTraffic(var traffic) -> traffic(traffic.arrivals());
            case Command.SetChecks(var checks) ->
                phrases.say("command.checks." + checks.kind().name(), phrases.duration(checks.every()), checks.path());
            case Command.SetCache(var caching) -> caches.tell(caching);
            case Command.SetSessions(var where) -> phrases.say("command.sessions." + where.name());
            case HandlingCommand change -> handling.tell(change);
            case Command.Send(var client, var path, int count) -> phrases.say("command.send", count, client, path);
        };
    }

    private String behaviour(ServerId server, Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Healthy _ -> phrases.say("command.behaviour.healthy", server);
            case Behaviour.Slow(double times) -> phrases.say("command.behaviour.slow", server, phrases.number(times));
            case Behaviour.Errors(int percent) ->
                phrases.say("command.behaviour.errors", server, Integer.toString(percent));
            case Behaviour.Zombie _ -> phrases.say("command.behaviour.zombie", server);
            case Behaviour.Refusing _ -> phrases.say("command.behaviour.refusing", server);
            case Behaviour.Crashed _ -> phrases.say("command.behaviour.crashed", server);
            case Behaviour.Frozen _ -> phrases.say("command.behaviour.frozen", server);
            case Behaviour.Resetting _ -> phrases.say("command.behaviour.resetting", server);
            case Behaviour.Truncating _ -> phrases.say("command.behaviour.truncating", server);
            case Behaviour.Miscounting(int by) ->
                phrases.say("command.behaviour.miscounting." + (by > 0 ? "more" : "fewer"), server, Math.abs(by));
            case Behaviour.EndlessHead _ -> phrases.say("command.behaviour.endless-head", server);
            case Behaviour.Flapping(var up, var down) ->
                phrases.say("command.behaviour.flapping", server, phrases.duration(up), phrases.duration(down));
            case Behaviour.Warming(var over) ->
                phrases.say("command.behaviour.warming", server, phrases.duration(over));
            case Behaviour.Trickling(var gap) ->
                phrases.say("command.behaviour.trickling", server, phrases.duration(gap));
        };
    }

    private String latency(ServerId server, Latency latency) {
        return switch (latency) {
            case Latency.Constant(var each) -> phrases.say("command.latency.constant", server, phrases.duration(each));
            case Latency.Exponential(var mean) ->
                phrases.say("command.latency.exponential", server, phrases.duration(mean));
            case Latency.Uniform(var least, var most) ->
                phrases.say("command.latency.uniform", server, phrases.duration(least), phrases.duration(most));
            case Latency.LogNormal(var median, var p99) ->
                phrases.say("command.latency.lognormal", server, phrases.duration(median), phrases.duration(p99));
            case Latency.Pareto(var scale, double shape) ->
                phrases.say("command.latency.pareto", server, phrases.duration(scale), phrases.number(shape));
            case Latency.Outliers(var usual, double percent, double times) ->
                latency(server, usual)
                        + " "
                        + phrases.say(
                                "command.latency.outliers", phrases.percent(percent / 100), phrases.number(times));
        };
    }

    private String traffic(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.None _ -> phrases.say("command.traffic.none");
            case Arrivals.Constant(double rate) -> phrases.say("command.traffic.constant", phrases.number(rate));
            case Arrivals.Poisson(double rate) -> phrases.say("command.traffic.poisson", phrases.number(rate));
            case Arrivals.Bursts(double rate, var on, var off) ->
                phrases.say(
                        "command.traffic.bursts", phrases.number(rate), phrases.duration(on), phrases.duration(off));
            case Arrivals.Batches(double rate, int size) ->
                phrases.say("command.traffic.batches", phrases.number(rate), size);
            case Arrivals.Diurnal(double from, double to, var period) ->
                phrases.say(
                        "command.traffic.diurnal", phrases.number(from), phrases.number(to), phrases.duration(period));
            case Arrivals.Closed(int clients, var think) ->
                phrases.say("command.traffic.closed", clients, phrases.duration(think));
        };
    }
}
