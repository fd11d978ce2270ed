package ringside.world;

import java.time.Duration;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;

/**
 * A change that somebody wants: a gesture, a lesson and the command line all speak it.
 *
 * <p>What a command does to a {@link Scenario} is arithmetic; a {@link World} carries the difference out.
 */
public sealed interface Command {
    /**
     * The scenario after this command.
     *
     * @throws IllegalArgumentException saying what is wrong and what would be right, when it makes no sense there
     */
    Scenario on(Scenario before);

    /** The command that undoes this one, given the scenario it is about to be carried out on. */
    Command inverse(Scenario before);

    /** Puts a server into the pool at a place, counted from 0. */
    record AddServer(ServerSpec server, int place) implements Command {
        /** A place beyond every pool: the end. */
        public static final int AT_END = Integer.MAX_VALUE;

        /** Puts a server at the end of the pool. */
        public AddServer(ServerSpec server) {
            this(server, AT_END);
        }

        @Override
        public Scenario on(Scenario before) {
            return before.plus(server, place);
        }

        @Override
        public Command inverse(Scenario before) {
            return new RemoveServer(server.id(), Leaving.DRAIN);
        }
    }

    /** How a server leaves. */
    enum Leaving {
        /** It finishes what it has and gets nothing new. */
        DRAIN,
        /** It stops at once; what it has is lost. */
        KILL
    }

    /** Takes a server out of the pool. */
    record RemoveServer(ServerId server, Leaving how) implements Command {
        @Override
        public Scenario on(Scenario before) {
            before.require(server);
            return before.with(before.servers().stream()
                    .filter(s -> !s.id().equals(server))
                    .toList());
        }

        @Override
        public Command inverse(Scenario before) {
            var spec = before.require(server);
            return new AddServer(spec, before.servers().indexOf(spec));
        }
    }

    /** Gives a server another weight, 1 to 1000. */
    record SetWeight(ServerId server, int weight) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.change(server, s -> s.weighing(weight));
        }

        @Override
        public Command inverse(Scenario before) {
            return new SetWeight(server, before.require(server).weight());
        }
    }

    /** Makes a server behave otherwise. */
    record SetBehaviour(ServerId server, Behaviour behaviour) implements Command {
        @Override
        public Scenario on(Scenario before) {
            if (before.require(server).address().isPresent()) {
                throw new IllegalArgumentException(
                        server + " is not ours: how it behaves is decided where it runs, not here");
            }
            return before.change(server, s -> s.behaving(behaviour));
        }

        @Override
        public Command inverse(Scenario before) {
            return new SetBehaviour(server, before.require(server).behaviour());
        }
    }

    /** Gives a server another latency. */
    record SetLatency(ServerId server, Latency latency) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.change(server, s -> s.taking(latency));
        }

        @Override
        public Command inverse(Scenario before) {
            return new SetLatency(server, before.require(server).latency());
        }
    }

    /** Chooses servers by another policy, which starts afresh. */
    record SetPolicy(PolicyChoice policy) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.with(policy);
        }

        @Override
        public Command inverse(Scenario before) {
            return new SetPolicy(before.policy());
        }
    }

    /** Makes other requests, or none. */
    record SetTraffic(Traffic traffic) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.with(traffic);
        }

        @Override
        public Command inverse(Scenario before) {
            return new SetTraffic(before.traffic());
        }
    }

    /** Checks servers otherwise; what was known of their health is forgotten when rise, fall or kind change. */
    record SetChecks(Checks checks) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.with(checks);
        }

        @Override
        public Command inverse(Scenario before) {
            return new SetChecks(before.checks());
        }
    }

    /** Lets a request wait this long for its answer. */
    record SetTimeout(Duration timeout) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.with(timeout);
        }

        @Override
        public Command inverse(Scenario before) {
            return new SetTimeout(before.timeout());
        }
    }
}
