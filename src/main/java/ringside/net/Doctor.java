package ringside.net;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import ringside.engine.Health;
import ringside.engine.ServerId;
import ringside.engine.gate.Gate;
import ringside.world.Checks;
import ringside.world.Happening;

/** Has servers checked and keeps their health. Its methods are called with the world's lock held. */
final class Doctor implements AutoCloseable {
    private static final Duration STAGGER = Duration.ofMillis(7);

    private static final class Patient {
        private final ServerId id;
        private final InetSocketAddress address;
        private Health health;
        private @Nullable Prober prober;

        private Patient(ServerId id, InetSocketAddress address, Health health) {
            this.id = id;
            this.address = address;
            this.health = health;
        }

        private void checkedBy(@Nullable Prober other) {
            if (prober != null) {
                prober.close();
            }
            prober = other;
        }
    }

    private final Setting setting;
    private final Lock lock;
    private final Gate gate;
    private final Runnable verdict;
    private final Map<ServerId, Patient> patients = new LinkedHashMap<>();
    private Checks checks;

    /**
     * A doctor without patients.
     *
     * @param lock is taken before a check is judged
     * @param gate is told how each check ended
     * @param verdict is run when a server was ejected or readmitted
     */
    Doctor(Setting setting, Lock lock, Checks checks, Gate gate, Runnable verdict) {
        this.setting = setting;
        this.gate = gate;
        this.lock = lock;
        this.checks = checks;
        this.verdict = verdict;
    }

    /** Has a server checked from now on; those admitted together are checked one shortly after the other. */
    void admit(ServerId id, InetSocketAddress address, int place) {
        var patient = new Patient(id, address, unchecked());
        patients.put(id, patient);
        begin(patient, place);
    }

    /** Has a server checked no longer. */
    void discharge(ServerId id) {
        var patient = patients.remove(id);
        if (patient != null) {
            patient.checkedBy(null);
        }
    }

    /** Whether a server may be given requests: one that is nobody's patient may not. */
    boolean up(ServerId id) {
        var patient = patients.get(id);
        return patient != null && patient.health.up();
    }

    /** Has servers checked otherwise from now on; what checks on their way bring is not heard. */
    void use(Checks other, boolean forget) {
        checks = other;
        if (forget) {
            trustAll();
        }
        int place = 0;
        for (var patient : patients.values()) {
            begin(patient, place++);
        }
    }

    private void trustAll() {
        var down = patients.values().stream().filter(p -> !p.health.up()).toList();
        patients.values().forEach(p -> p.health = unchecked());
        down.forEach(p -> setting.tell(new Happening.Readmitted(p.id)));
        if (!down.isEmpty()) {
            verdict.run();
        }
    }

    private Health unchecked() {
        return Health.unchecked(checks.rise(), checks.fall());
    }

    private void begin(Patient patient, int place) {
        patient.checkedBy(
                checks.kind() == Checks.Kind.NONE
                        ? null
                        : new Prober(
                                patient.address,
                                checks,
                                STAGGER.multipliedBy(place),
                                setting,
                                reportOn(patient, checks.kind())));
    }

    private Prober.Report reportOn(Patient patient, Checks.Kind kind) {
        return new Prober.Report() {
            @Override
            public void sent() {
                setting.tell(new Happening.ProbeSent(patient.id, kind));
            }

            @Override
            public void ended(Prober.Check check) {
                hear(patient, check);
            }
        };
    }

    private void hear(Patient patient, Prober.Check check) {
        lock.lock();
        try {
            if (check.by() == patient.prober && patients.get(patient.id) == patient) {
                judge(patient, check);
            }
        } finally {
            lock.unlock();
        }
    }

    private void judge(Patient patient, Prober.Check check) {
        boolean was = patient.health.up();
        var health = patient.health.after(check.passed());
        patient.health = health;
        setting.tell(
                check.passed()
                        ? new Happening.ProbePassed(patient.id, checks.kind(), check.told(), check.tookNanos(), health)
                        : new Happening.ProbeFailed(
                                patient.id, checks.kind(), check.told(), check.tookNanos(), health));
        if (was != health.up()) {
            setting.tell(was ? new Happening.Ejected(patient.id) : new Happening.Readmitted(patient.id));
            verdict.run();
        }
        gate.checked(patient.id, check.passed());
    }

    /** Has nobody checked any more. */
    @Override
    public void close() {
        patients.values().forEach(patient -> patient.checkedBy(null));
        patients.clear();
    }
}
