package ringside.world;

import ringside.engine.ServerId;

/** Tells what was ordered. */
final class CommandNarrator {
    private final Phrases phrases;
    private final HandlingNarrator handling;

    CommandNarrator(Phrases phrases) {
        this.phrases = phrases;
        this.handling = new HandlingNarrator(phrases);
    }

    String tell(Command command) {
        return switch (command) {
            case Command.AddServer(var server, int _) -> phrases.say("command.add", server.id());
            case Command.RemoveServer(var server, var how) -> phrases.say("command.remove." + how.name(), server);
            case Command.SetWeight(var server, int weight) ->
                phrases.say("command.weight", server, Integer.toString(weight));
            case Command.SetBehaviour(var server, var behaviour) -> behaviour(server, behaviour);
            case Command.SetLatency(var server, var latency) -> latency(server, latency);
            case Command.SetPolicy(var policy) -> phrases.say("command.policy", policy);
            case Command.SetTraffic(var traffic) -> traffic(traffic.arrivals());
            case Command.SetChecks(var checks) ->
                phrases.say("command.checks." + checks.kind().name(), phrases.duration(checks.every()), checks.path());
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
        };
    }

    private String latency(ServerId server, Latency latency) {
        return switch (latency) {
            case Latency.Constant(var each) -> phrases.say("command.latency.constant", server, phrases.duration(each));
            case Latency.Exponential(var mean) ->
                phrases.say("command.latency.exponential", server, phrases.duration(mean));
            case Latency.Uniform(var least, var most) ->
                phrases.say("command.latency.uniform", server, phrases.duration(least), phrases.duration(most));
        };
    }

    private String traffic(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.None _ -> phrases.say("command.traffic.none");
            case Arrivals.Constant(double rate) -> phrases.say("command.traffic.constant", phrases.number(rate));
            case Arrivals.Poisson(double rate) -> phrases.say("command.traffic.poisson", phrases.number(rate));
        };
    }
}
