package ringside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringside.config.Reach;
import ringside.config.Units;
import ringside.engine.Policies;
import ringside.engine.RingPolicy;
import ringside.sim.SimulatedWorld;
import ringside.view.Layout;
import ringside.view.stage.Palette;
import ringside.view.stage.StagePicture;
import ringside.world.Scenario;
import ringside.world.Snapshot;

/** Simulates a scenario up to an instant and draws the stage as it is then: the same bytes each time. */
@Command(
        name = "render",
        description = "Simulate up to an instant and draw the stage as it is then: the same bytes each time.")
final class RenderCommand implements Runnable {
    private static final Duration LATEST = Duration.ofHours(1);

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
            defaultValue = "5s",
            description = "When, such as 12.5s; 5s if not given.")
    private String at = "5s";

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
            description = "ring, flow or both; if not given, ring for a policy that has one, else flow.")
    private Optional<Layout> layout = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PICTURE",
            required = true,
            description = "Where to write the picture: a name that ends in .png or .svg.")
    private Path output;

    @Override
    public void run() {
        var kind = output.toString().toLowerCase(Locale.ROOT);
        if (!kind.endsWith(".svg") && !kind.endsWith(".png")) {
            throw wrong("a picture's name ends in .png or .svg, not " + output);
        }
        var scenario = file.scenario(Reach.ANYWHERE, spec);
        var picture = picture(scenario);
        write(
                kind.endsWith(".svg")
                        ? picture.svg().getBytes(StandardCharsets.UTF_8)
                        : StagePicture.withToolkit(picture::png));
    }

    private StagePicture picture(Scenario scenario) {
        if (!size.matches("[0-9]{1,5}x[0-9]{1,5}")) {
            throw wrong("a size is width and height in pixels, such as 1280x800, not " + size);
        }
        int by = size.indexOf('x');
        int width = Integer.parseInt(size.substring(0, by));
        int height = Integer.parseInt(size.substring(by + 1));
        var shown = layout.orElse(drawsRing(scenario) ? Layout.RING : Layout.FLOW);
        return new StagePicture(snapshot(scenario), shown, theme.palette(), width, height);
    }

    private static boolean drawsRing(Scenario scenario) {
        return Policies.make(scenario.policy()) instanceof RingPolicy;
    }

    private Snapshot snapshot(Scenario scenario) {
        long nanos = nanos();
        try (var world = new SimulatedWorld(scenario)) {
            world.advanceTo(nanos);
            return world.timeline().at(nanos);
        }
    }

    private long nanos() {
        try {
            var time = Units.duration(at);
            if (time.compareTo(LATEST) > 0) {
                throw wrong("--at is 0s to " + Units.of(LATEST) + ", not " + at);
            }
            return time.toNanos();
        } catch (IllegalArgumentException e) {
            throw wrong("--at " + e.getMessage());
        }
    }

    private void write(byte[] picture) {
        try {
            Files.write(output, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(output + " cannot be written (" + e + "); check its folder", e);
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
