package ringside.config;

import java.util.Optional;
import java.util.function.Function;
import ringside.engine.Member;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Processes;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** The words of commands about one server. */
final class ServerWords {
    private ServerWords() {}

    static Wish add(Words words) {
        var spec =
                ServerSpec.named(words.next("the server's name", ServerId::new).name());
        int place = Command.AddServer.AT_END;
        while (!words.done()) {
            if (words.took("place")) {
                place = words.whole("a place", 0, Scenario.MOST_SERVERS);
            } else {
                spec = feature(words, spec);
            }
        }
        var command = new Command.AddServer(spec, place);
        return (_, _) -> command;
    }

    private static ServerSpec feature(Words words, ServerSpec spec) {
        if (words.took("at")) {
            return spec.at(words.next("an address", words.reach()::check));
        } else if (words.took("weight")) {
            return spec.weighing(words.whole("a weight", 1, Member.MAX_WEIGHT));
        } else if (words.took("workers")) {
            return spec.sized(words.whole("a number of workers", 1, 10_000), spec.queue());
        } else if (words.took("queue")) {
            return spec.sized(spec.workers(), words.whole("a queue's length", 0, 1_000_000));
        } else if (words.took("latency")) {
            return spec.taking(LatencyWords.latency(words));
        } else if (words.took("behaving")) {
            return spec.behaving(BehaviourWords.behaviour(words, words.next("a behaviour")));
        } else if (words.took("pool")) {
            return words.next("a pool's name", spec::in);
        } else if (words.took("down")) {
            return spec.down(true);
        } else if (words.took("processes")) {
            return spec.waiting(Optional.of(ProcessWords.processes(words)));
        }
        return spec.on(TermsWords.feature(words, spec.terms()));
    }

    static Wish remove(Words words, Command.Leaving how) {
        return named(words, server -> new Command.RemoveServer(server, how));
    }

    static Wish weight(Words words) {
        var server = server(words);
        int weight = words.whole("a weight", 1, Member.MAX_WEIGHT);
        return to(server, id -> new Command.SetWeight(id, weight));
    }

    static Wish behave(Words words, String verb) {
        var server = server(words);
        var behaviour = BehaviourWords.behaviour(words, verb);
        return to(server, id -> new Command.SetBehaviour(id, behaviour));
    }

    static Wish latency(Words words) {
        var server = server(words);
        var latency = LatencyWords.latency(words);
        return to(server, id -> new Command.SetLatency(id, latency));
    }

    static Wish processes(Words words) {
        var server = server(words);
        Optional<Processes> processes =
                words.took("off") ? Optional.empty() : Optional.of(ProcessWords.processes(words));
        return to(server, id -> new Command.SetProcesses(id, processes));
    }

    private static Wish named(Words words, Function<ServerId, Command> command) {
        return to(server(words), command);
    }

    private static ServerId server(Words words) {
        return words.next("a server", ServerId::new);
    }

    /** The command for the server of this name, or else for the one that is reachable at this address. */
    private static Wish to(ServerId said, Function<ServerId, Command> command) {
        return (now, reachable) -> {
            Optional<ServerId> meant = now.server(said).isPresent() ? Optional.of(said) : reachable.apply(said.name());
            return command.apply(meant.orElse(said));
        };
    }

    static String of(ServerId server) {
        return Words.quoted(server.name());
    }

    static String of(Command.AddServer add) {
        var server = add.server();
        return of(server.id())
                + server.address().map(a -> " at " + Words.quoted(a)).orElse("")
                + " weight " + server.weight()
                + " workers " + server.workers()
                + " queue " + server.queue()
                + " latency " + LatencyWords.of(server.latency())
                + (server.behaviour() instanceof Behaviour.Healthy
                        ? ""
                        : " behaving " + BehaviourWords.of("", server.behaviour()))
                + TermsWords.of(server.terms())
                + (server.pool().equals(ServerSpec.MAIN) ? "" : " pool " + Words.quoted(server.pool()))
                + (server.down() ? " down" : "")
                + server.processes()
                        .map(p -> " processes " + ProcessWords.of(p))
                        .orElse("")
                + (add.place() == Command.AddServer.AT_END ? "" : " place " + add.place());
    }

    static String of(ServerId server, Behaviour behaviour) {
        return BehaviourWords.of(" " + of(server), behaviour);
    }
}
