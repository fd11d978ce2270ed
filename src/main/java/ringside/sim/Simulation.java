package ringside.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.engine.Detail;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.gate.Gate;
import ringside.world.Command;
import ringside.world.Deed;
import ringside.world.Difference;
import ringside.world.GateStory;
import ringside.world.Happening;
import ringside.world.Happening.Failure;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.World.Outcome;

/** Everything that happens in virtual time, told to whoever listens and kept by nobody. For one thread at a time. */
final class Simulation {
    private final Agenda agenda = new Agenda();
    private final Story story;
    private final Tape begins;
    private final List<Deed> deeds = new ArrayList<>();
    private final Chance chance;
    private final Gate gate;
    private final Proxy proxy;
    private final Pantry pantry;
    private final Doctor doctor;
    private final Visitors visitors;
    private final Map<ServerId, Server> servers = new HashMap<>();
    private final Map<ServerId, Server> draining = new HashMap<>();
    private volatile Scenario scenario;

    /** A simulation at the beginning of a tape, of whose deeds none is done yet. */
    Simulation(Tape tape, Story story) {
        var begins = tape.begins();
        this.begins = new Tape(begins, List.of(), tape.fromNanos(), tape.recording());
        this.scenario = begins;
        this.story = story;
        agenda.passTo(tape.fromNanos());
        chance = Chance.seeded(begins.seed());
        var setting = new Setting(agenda, chance, story);
        var gateStory = new GateStory(this::tell, this::scenario, Runnable::run, this::lookAt);
        gate = new Gate(begins.handling().rules(), this::policy, begins.servers(_ -> true), agenda::now, gateStory);
        gate.explain(story.heard() ? Detail.REASONED : Detail.PLAIN);
        proxy = new Proxy(setting, gate, this::find, this::leaveIfDraining);
        pantry = new Pantry(setting, begins.caching());
        doctor = new Doctor(setting, begins.checks(), gate, this::repool);
        proxy.follow(begins);
        begins.servers().forEach(this::join);
        visitors = new Visitors(setting, begins.traffic(), tape.recording(), proxy);
    }

    private Policy policy() {
        return Policies.make(scenario.policy(), agenda::now, chance.policy());
    }

    private Optional<Server> find(ServerId id) {
        var server = servers.get(id);
        return Optional.ofNullable(server == null ? draining.get(id) : server);
    }

    private void lookAt(long nanos) {
        agenda.at(nanos, gate::look);
    }

    private void tell(Happening what) {
        story.tell(agenda.now(), what);
    }

    /** How it is set up now. */
    Scenario scenario() {
        return scenario;
    }

    /** Nanoseconds since the beginning. */
    long now() {
        return agenda.now();
    }

    /** Lets time pass until an instant; does nothing when that is past. */
    void advanceTo(long nanos) {
        agenda.passTo(nanos);
    }

    /** Lets time pass until the next thing is done: false when nothing is planned until an instant. */
    boolean doNext(long latest) {
        return agenda.doNext(latest);
    }

    /** The story so far. */
    Tape tape() {
        return new Tape(begins.begins(), deeds, agenda.now(), begins.recording());
    }

    /** Carries out a command when all that is due at this instant has happened. */
    Outcome apply(Command command) {
        agenda.passTo(agenda.now());
        try {
            var before = scenario;
            var after = command.on(before);
            var inverse = command.inverse(before);
            var difference = Difference.between(before, after);
            tryOut(after, difference);
            scenario = after;
            deeds.add(new Deed(agenda.now(), command));
            tell(new Happening.Applied(command, after));
            carryOut(command, difference);
            return new Outcome.Done(inverse);
        } catch (IllegalArgumentException unfit) {
            return new Outcome.Rejected(String.valueOf(unfit.getMessage()));
        }
    }

    /** Some policies can't work with every pool: better known before anything has changed. */
    private static void tryOut(Scenario after, Difference difference) {
        if (difference.policy() || difference.pool()) {
            after.tryOut();
        }
    }

    private void carryOut(Command command, Difference difference) {
        difference.joined().forEach(this::join);
        difference.left().forEach(spec -> remove(spec.id(), command));
        difference.changed().forEach(this::reorder);
        if (difference.policy()) {
            gate.use(this::policy);
        }
        if (difference.handling()) {
            gate.use(scenario.handling().rules());
        }
        if (difference.pool() || difference.checks()) {
            repool();
        }
        if (difference.checks()) {
            doctor.use(scenario.checks(), difference.forgetsHealth());
        }
        if (difference.caching()) {
            pantry.use(scenario.caching());
            servers.values().forEach(pantry::supply);
            draining.values().forEach(pantry::supply);
        }
        if (difference.traffic()) {
            visitors.use(scenario.traffic());
        }
        proxy.follow(scenario);
        if (command instanceof Command.Send(var client, var path, int count)) {
            for (int i = 0; i < count; i++) {
                proxy.arrive(Request.of(client, path), () -> {});
            }
        }
    }

    /** A server comes, or comes back before it had left. */
    private void join(ServerSpec spec) {
        var back = draining.remove(spec.id());
        var server = back == null ? new Server(spec, agenda, proxy) : back;
        servers.put(spec.id(), server);
        pantry.supply(server);
        tell(new Happening.Joined(spec.id(), Happening.Joined.SIMULATED));
        server.order(spec);
        doctor.admit(server);
    }

    private void reorder(ServerSpec spec) {
        Optional.ofNullable(servers.get(spec.id())).ifPresent(s -> s.order(spec));
    }

    private void remove(ServerId id, Command why) {
        var server = servers.remove(id);
        if (server == null) {
            return;
        }
        doctor.discharge(id);
        if (why instanceof Command.RemoveServer(var _, var how) && how == Command.Leaving.KILL) {
            server.lose(Failure.KILLED);
            tell(new Happening.Left(id));
        } else {
            draining.put(id, server);
            tell(new Happening.Draining(id));
            if (gate.inFlight(id) == 0) {
                leaveIfDraining(server);
            }
        }
    }

    private void leaveIfDraining(Server server) {
        if (draining.remove(server.id(), server)) {
            tell(new Happening.Left(server.id()));
        }
    }

    /** Spreads over the servers as they are now. */
    private void repool() {
        gate.use(scenario.servers(doctor::up));
    }

    /** Nothing that was planned will happen. */
    void end() {
        agenda.clear();
    }
}
