package ringside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringside.config.Units;
import ringside.config.run.Picture;
import ringside.config.run.Run;
import ringside.config.run.RunFile;
import ringside.engine.Policies;
import ringside.engine.RingPolicy;
import ringside.sim.Replay;
import ringside.view.Layout;
import ringside.view.stage.Keepsake;
import ringside.view.stage.Palette;
import ringside.view.stage.StagePicture;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.Snapshot;
import ringside.world.Tape;

/** Simulates a scenario up to an instant and draws the stage as it is then: the same bytes each time. */
@Command(
        name = "render",
        description = "Simulate up to an instant and draw the stage as it is then: the same bytes each time.")
final class RenderCommand implements Runnable {
    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final Duration LATEST = Duration.ofHours(1);
    private static final String ANOTHER_STORY =
            "the run was saved by a version that told its story otherwise; this is the same instant of the story as it"
                    + " is told now";

    /** In which colours. */
    enum Theme {
        LIGHT,
        DARK;

        private Palette palette() {
            return this == LIGHT ? Palette.LIGHT : Palette.DARK;
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private PoolFile file = new PoolFile();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When, such as 12.5s; if not given, when a run's picture was taken, else 5s.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1280x800",
            description = "How large in pixels; 1280x800 if not given.")
    private String size = "1280x800";

    @Option(
            names = "--theme",
            paramLabel = "NAME",
            defaultValue = "LIGHT",
            description = "light or dark; light if not given.")
    private Theme theme = Theme.LIGHT;

    @Option(
            names = "--layout",
            paramLabel = "NAME",
            description =
                    "ring, flow or both; if not given, as a run's picture was, else ring for a policy that has one,"
                            + " else flow.")
    private Optional<Layout> layout = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PICTURE",
            required = true,
            description = "Where to write the picture: a name that ends in .png or .svg. One that ends in .ringside"
                    + " becomes a run, which the window opens at this picture.")
    private Path output;

    @Override
    public void run() {
        var ending = ending();
        var size = size();
        var recorded = file.recorded(spec);
        long nanos = nanos(recorded.picture());
        var tape = recorded.tape().until(nanos);
        var snapshot = snapshot(tape, nanos, recorded.picture());
        var shown = layout.or(() -> recorded.picture().map(RenderCommand::layout))
                .orElse(drawsRing(tape.begins()) ? Layout.RING : Layout.FLOW);
        var picture = new StagePicture(snapshot, shown, theme.palette(), size[0], size[1]);
        write(
                switch (ending) {
                    case ".svg" -> picture.svg().getBytes(StandardCharsets.UTF_8);
                    case ".png" -> StagePicture.withToolkit(picture::png);
                    default -> {
                        var kept = StagePicture.withToolkit(() -> Keepsake.of(snapshot, nanos, shown, theme.palette()));
                        yield RunFile.write(new Run(recorded.title(), recorded.kind(), tape, kept), Terminal.program());
                    }
                });
    }

    private String ending() {
        var name = output.toString().toLowerCase(Locale.ROOT);
        return Stream.of(".svg", ".png", RunFile.ENDING)
                .filter(name::endsWith)
                .findFirst()
                .orElseThrow(() -> wrong("a picture's name ends in .png or .svg, not " + output));
    }

    private int[] size() {
        if (!size.matches("[0-9]{1,5}x[0-9]{1,5}")) {
            throw wrong("a size is width and height in pixels, such as 1280x800, not " + size);
        }
        return Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
    }

    private static Layout layout(Picture picture) {
        return Layout.valueOf(picture.layout().toUpperCase(Locale.ROOT));
    }

    private static boolean drawsRing(Scenario scenario) {
        return Policies.make(scenario.policy()) instanceof RingPolicy;
    }

    private Snapshot snapshot(Tape tape, long nanos, Optional<Picture> saved) {
        try (var world = new Replay().open(tape, Progress.UNWATCHED)) {
            var timeline = world.timeline();
            var then = saved.filter(picture -> picture.nanos() == nanos);
            var again = then.flatMap(picture -> picture.in(timeline));
            if (then.isPresent() && again.isEmpty()) {
                spec.commandLine().getErr().println(spec.name() + ": " + ANOTHER_STORY);
            }
            return again.orElseGet(() -> timeline.at(nanos));
        }
    }

    private long nanos(Optional<Picture> saved) {
        if (at.isEmpty()) {
            return saved.map(Picture::nanos).orElse(USUAL.toNanos());
        }
        try {
            var time = Units.duration(at.get());
            if (time.compareTo(LATEST) > 0) {
                throw wrong("--at is 0s to " + Units.of(LATEST) + ", not " + at.get());
            }
            return time.toNanos();
        } catch (IllegalArgumentException e) {
            throw wrong("--at " + e.getMessage());
        }
    }

    private void write(byte[] picture) {
        try {
            if (output.toString().endsWith(RunFile.ENDING)) {
                AtomicFile.write(output, picture);
            } else {
                Files.write(output, picture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(output + " cannot be written (" + e + "); check its folder", e);
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
