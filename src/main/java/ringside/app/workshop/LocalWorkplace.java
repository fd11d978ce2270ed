package ringside.app.workshop;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
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
    private final BiConsumer<Dialect, String> naming;

    /**
     * This machine.
     *
     * @param named where the user says that programs are; others are looked for where programs usually are
     * @param naming keeps what the user says of that; an empty path is to be forgotten
     */
    public LocalWorkplace(Function<Dialect, Optional<String>> named, BiConsumer<Dialect, String> naming) {
        this.named = named;
        this.naming = naming;
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
    public void name(Dialect dialect, String path) {
        naming.accept(dialect, path);
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
