package ringside.app.workshop;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import ringside.lesson.workshop.Dialect;
import ringside.lesson.workshop.Reply;
import ringside.lesson.workshop.Workplace;
import ringside.net.Visit;

/** This machine as a workplace. */
public final class LocalWorkplace implements Workplace {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Function<Dialect, Optional<String>> named;

    /** This machine, with programs where the user says they are, or else where programs are. */
    public LocalWorkplace(Function<Dialect, Optional<String>> named) {
        this.named = named;
    }

    @Override
    public Reply ask(int port, String path, String field) {
        return switch (Visit.get(port, path, field.toLowerCase(Locale.ROOT), PATIENCE)) {
            case Visit.Answered(int status, var by) ->
                new Reply.Answered(status, Optional.of(by).filter(text -> !text.isEmpty()));
            case Visit.Silence(var why) -> new Reply.Silence(why);
        };
    }

    @Override
    public boolean listens(int port) {
        return Visit.possible(port);
    }

    @Override
    public int free(int wanted) {
        return Visit.room(wanted);
    }

    @Override
    public Origins serve(List<Integer> ports) {
        return new OwnServers(ports);
    }

    @Override
    public Optional<Program> program(Dialect dialect) {
        return Installed.find(dialect, named.apply(dialect)).map(found -> found);
    }

    @Override
    public boolean await(BooleanSupplier holds, int seconds) {
        return Moments.await(holds, seconds);
    }

    @Override
    public void rest() {
        Moments.rest();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
