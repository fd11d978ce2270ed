package ringside.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ringside.engine.Health;
import ringside.engine.ServerId;
import ringside.engine.gate.Gate;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Happening;

/** Checks servers and keeps their health. */
final class Doctor {
    /** How long a healthy server takes to answer a check. */
    static final long ANSWER_NANOS = 1_000_000;

    /** What will come back from a check, and after how long. */
    private record Answer(boolean good, String told, long tookNanos) {}

    private static final class Patient {
        private final Server server;
        private Health health;
        private Optional<Due> appointment = Optional.empty();

        private Patient(Server server, Health health) {
            this.server = server;
            this.health = health;
        }

        private void expect(Due due) {
            appointment = Optional.of(due);
        }

        private void dismiss() {
            appointment.ifPresent(Due::cancel);
        }
    }

    private final Setting setting;
    private final Gate gate;
    private final Runnable verdict;
    private final Map<ServerId, Patient> patients = new LinkedHashMap<>();
    private Checks checks;

    /**
     * A doctor without patients.
     *
     * @param gate is told how each check ended
     * @param verdict is run when a server was ejected or readmitted
     */
    Doctor(Setting setting, Checks checks, Gate gate, Runnable verdict) {
        this.setting = setting;
        this.gate = gate;
        this.checks = checks;
        this.verdict = verdict;
    }

    /** Looks after a server from now on; the first check sets out at once. */
    void admit(Server server) {
        var patient = new Patient(server, unchecked());
        patients.put(server.id(), patient);
        begin(patient);
    }

    /** Looks after a server no longer. */
    void discharge(ServerId server) {
        Optional.ofNullable(patients.remove(server)).ifPresent(Patient::dismiss);
    }

    /** Whether a server may be given requests: one that is nobody's patient may not. */
    boolean up(ServerId server) {
        var patient = patients.get(server);
        return patient != null && patient.health.up();
    }

    /** Checks otherwise from now on; checks on their way are given up. */
    void use(Checks other, boolean forget) {
        checks = other;
        patients.values().forEach(Patient::dismiss);
        if (forget) {
            trustAll();
        }
        patients.values().forEach(this::begin);
    }

    private void trustAll() {
        var down = patients.values().stream().filter(p -> !p.health.up()).toList();
        patients.values().forEach(p -> p.health = unchecked());
        down.forEach(p -> setting.tell(new Happening.Readmitted(p.server.id())));
        if (!down.isEmpty()) {
            verdict.run();
        }
    }

    private void begin(Patient patient) {
        if (checks.kind() != Checks.Kind.NONE) {
            patient.expect(setting.agenda().in(0, () -> send(patient)));
        }
    }

    private void send(Patient patient) {
        setting.tell(new Happening.ProbeSent(patient.server.id(), checks.kind()));
        long sent = setting.agenda().now();
        var answer = within(checks, answer(patient.server));
        patient.expect(setting.agenda().in(answer.tookNanos(), () -> {
            patient.expect(setting.agenda().at(sent + checks.every().toNanos(), () -> send(patient)));
            judge(patient, answer);
        }));
    }

    private Answer answer(Server server) {
        boolean http = checks.kind() == Checks.Kind.HTTP;
        var fine = new Answer(true, http ? "200" : "connected", ANSWER_NANOS);
        if (server.reception() == Server.Reception.REFUSED) {
            return new Answer(false, "connection refused", 0);
        }
        if (server.reception() == Server.Reception.IGNORED) {
            return new Answer(false, "no answer", Long.MAX_VALUE);
        }
        return switch (server.behaviour()) {
            case Behaviour.Zombie _, Behaviour.Frozen _ -> http ? new Answer(false, "no answer", Long.MAX_VALUE) : fine;
            case Behaviour.Slow _, Behaviour.Warming _ ->
                http ? new Answer(true, "200", (long) (ANSWER_NANOS * server.slowness())) : fine;
            case Behaviour.EndlessHead _ -> http ? new Answer(false, "an answer that is not HTTP", ANSWER_NANOS) : fine;
            case Behaviour.Errors(int percent) ->
                http && setting.chance().checks().roll() * 100 < percent
                        ? new Answer(false, "500", ANSWER_NANOS)
                        : fine;
            default -> fine;
        };
    }

    private static Answer within(Checks checks, Answer answer) {
        long timeout = checks.timeout().toNanos();
        return answer.tookNanos() < timeout
                ? answer
                : new Answer(false, "no answer within " + checks.timeout().toMillis() + " ms", timeout);
    }

    private void judge(Patient patient, Answer answer) {
        var id = patient.server.id();
        boolean was = patient.health.up();
        patient.health = patient.health.after(answer.good());
        setting.tell(
                answer.good()
                        ? new Happening.ProbePassed(
                                id, checks.kind(), answer.told(), answer.tookNanos(), patient.health)
                        : new Happening.ProbeFailed(
                                id, checks.kind(), answer.told(), answer.tookNanos(), patient.health));
        if (was != patient.health.up()) {
            setting.tell(was ? new Happening.Ejected(id) : new Happening.Readmitted(id));
            verdict.run();
        }
        gate.checked(id, answer.good());
    }

    private Health unchecked() {
        return Health.unchecked(checks.rise(), checks.fall());
    }
}
