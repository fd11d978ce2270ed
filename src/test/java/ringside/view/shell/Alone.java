package ringside.view.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import ringside.app.workshop.LocalWorkplace;
import ringside.lesson.workshop.Dialect;
import ringside.lesson.workshop.Reply;
import ringside.lesson.workshop.Workplace;

/** This machine, as if nobody had a server on it before ours. */
final class Alone implements Workplace {
    private final Workplace machine = new LocalWorkplace(_ -> Optional.empty(), (_, _) -> {});
    private volatile boolean served;

    @Override
    public Reply ask(int port, String path, String field) {
        return machine.ask(port, path, field);
    }

    @Override
    public boolean listens(int port) {
        return served && machine.listens(port);
    }

    @Override
    public int free(int wanted) {
        return machine.free(wanted);
    }

    @Override
    public Origins serve(List<Integer> ports) {
        served = true;
        return machine.serve(ports);
    }

    @Override
    public Optional<Program> program(Dialect dialect) {
        return Optional.empty();
    }

    @Override
    public void name(Dialect dialect, String path) {}

    @Override
    public boolean await(BooleanSupplier holds, int seconds) {
        return machine.await(holds, seconds);
    }

    @Override
    public void rest() {
        machine.rest();
    }

    @Override
    public long nanos() {
        return machine.nanos();
    }
}
