package ringside.world;

import java.util.Optional;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;

/**
 * A change that somebody wants: a gesture, a lesson and the command line all speak it.
 *
 * <p>What a command does to a {@link Scenario} is arithmetic; a {@link World} carries the difference out.
 */
public sealed interface Command
        permits Command.AddServer,
                Command.RemoveServer,
                Command.SetWeight,
                Command.SetBehaviour,
                Command.SetLatency,
                Command.SetProcesses,
                Command.SetPolicy,
                Command.SetTraffic,
                Command.SetChecks,
                Command.SetCache,
                Command.SetSessions,
                Command.Send,
                HandlingCommand {
    /**
     * The scenario after this command.
     *
     * @throws IllegalArgumentException saying what is wrong and what would be right, when it makes no sense there
     */
    Scenario on(Scenario before);

    /**
     * The command that undoes this one, given the scenario it is about to be carried out on; empty for one that changes
     * nothing in the scenario and can't be undone.
     *
     * @throws IllegalArgumentException when it makes no sense there
     */
    Optional<Command> inverse(Scenario before);

    /**
     * Puts a server into the pool.
     *
     * @param place where, counted from 0; beyond the end means at the end
     */
    record AddServer(ServerSpec server, int place) implements Command {
        /** A place beyond every pool: the end. */
        public static final int AT_END = Integer.MAX_VALUE;

        public AddServer {
            Checked.within("a place in the pool", place, 0, AT_END);
        }

        /** Puts a server at the end of the pool. */
        public AddServer(ServerSpec server) {
            this(server, AT_END);
        }

        @Override
        public Scenario on(Scenario before) {
            return before.plus(server, place);
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new RemoveServer(server.id(), Leaving.DRAIN));
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
        public Optional<Command> inverse(Scenario before) {
            var spec = before.require(server);
            return Optional.of(new AddServer(spec, before.servers().indexOf(spec)));
        }
    }

    /** Gives a server another weight, 1 to 1000. */
    record SetWeight(ServerId server, int weight) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.change(server, s -> s.weighing(weight));
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetWeight(server, before.require(server).weight()));
        }
    }

    /** Makes a server behave otherwise. */
    record SetBehaviour(ServerId server, Behaviour behaviour) implements Command {
        @Override
        public Scenario on(Scenario before) {
            before.require(server).requireOurs();
            return before.change(server, s -> s.behaving(behaviour));
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetBehaviour(server, before.require(server).behaviour()));
        }
    }

    /** Gives a server another latency. */
    record SetLatency(ServerId server, Latency latency) implements Command {
        @Override
        public Scenario on(Scenario before) {
            before.require(server).requireOurs();
            return before.change(server, s -> s.taking(latency));
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetLatency(server, before.require(server).latency()));
        }
    }

    /** Lets a server's processes wait for connections otherwise. */
    record SetProcesses(ServerId server, Optional<Processes> processes) implements Command {
        @Override
        public Scenario on(Scenario before) {
            before.require(server).requireOurs();
            return before.change(server, s -> s.waiting(processes));
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetProcesses(server, before.require(server).processes()));
        }
    }

    /** Chooses servers by another policy, which starts afresh. */
    record SetPolicy(PolicyChoice policy) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.with(policy);
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetPolicy(before.policy()));
        }
    }

    /** Makes other requests, or none. */
    record SetTraffic(Traffic traffic) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.with(traffic);
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetTraffic(before.traffic()));
        }
    }

    /** Checks servers otherwise; what was known of their health is forgotten when rise, fall or kind change. */
    record SetChecks(Checks checks) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.with(checks);
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetChecks(before.checks()));
        }
    }

    /** Gives the servers caches that work so, or takes them away; what is in them stays as far as there is room. */
    record SetCache(Optional<Caching> caching) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.caching(caching);
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetCache(before.caching()));
        }
    }

    /** Lets the servers keep what they know of their clients elsewhere, or nowhere. */
    record SetSessions(Sessions where) implements Command {
        @Override
        public Scenario on(Scenario before) {
            return before.with(where);
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.of(new SetSessions(before.sessions()));
        }
    }

    /**
     * Makes some requests at once, beside the traffic that there is.
     *
     * @param client the client's address as text
     * @param path the request target, beginning with {@code /}
     * @param count how many, 1 to 10 000
     */
    record Send(String client, String path, int count) implements Command {
        private static final int MOST = 10_000;

        public Send {
            Checked.within("a number of requests to send", count, 1, MOST);
            Checked.text("a client's address", client);
            Checked.text("a request's path", path);
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("a request's path begins with /, not \"" + path + "\"");
            }
        }

        /** Makes some requests for a key. */
        public static Send forKey(String client, String key, int count) {
            return new Send(client, Keys.pathOf(key), count);
        }

        @Override
        public Scenario on(Scenario before) {
            return before;
        }

        @Override
        public Optional<Command> inverse(Scenario before) {
            return Optional.empty();
        }
    }
}
