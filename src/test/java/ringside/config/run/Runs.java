package ringside.config.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ringside.config.AnyScenario;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.Deed;
import ringside.world.HandlingCommand;
import ringside.world.Happening;
import ringside.world.Recording;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Tape;
import ringside.world.Traffic;
import ringside.world.World;

/** Runs to write and read. */
final class Runs {
    /** Two pixels. */
    static final Preview PREVIEW = new Preview(
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR42mMQUDBwCEgAAAOHAVGJAsihAAAAAElFTkSuQmCC"));

    private static final long SECOND = 1_000_000_000;

    private Runs() {}

    /** Two servers, of which one is killed. */
    static Run small() {
        var begins = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"))
                .with(Traffic.none().arriving(new Arrivals.Poisson(20)))
                .seeded(7);
        var deeds = List.of(
                new Deed(SECOND + SECOND / 2, new Command.RemoveServer(new ServerId("B"), Command.Leaving.KILL)),
                new Deed(2 * SECOND + 1, new HandlingCommand.SetTimeout(Duration.ofMillis(250))));
        var tape = new Tape(begins, deeds, 12 * SECOND + SECOND / 2);
        return new Run("Two servers", World.Kind.SIMULATED, tape, new Picture(7 * SECOND, 123, "flow", PREVIEW));
    }

    /** Whatever there can be. */
    static Run any(long seed) {
        var random = new Random(seed);
        var deeds = new ArrayList<Deed>();
        long nanos = 0;
        for (int i = random.nextInt(12); i > 0; i--) {
            nanos += random.nextInt(3) * random.nextLong(10 * SECOND);
            deeds.add(new Deed(nanos, new AnyScenario(random.nextLong()).command()));
        }
        var recording = random.nextBoolean() ? Optional.of(recording(random)) : Optional.<Recording>empty();
        var end = nanos + random.nextLong(SECOND);
        var tape = new Tape(new AnyScenario(seed).scenario(), deeds, end, recording);
        var layout = Picture.LAYOUTS.get(random.nextInt(3));
        var picture = new Picture(random.nextLong(tape.nanos() + 1), random.nextLong(1L << 40), layout, PREVIEW);
        return new Run(
                "Run \u202e" + seed + " “ü🎪”", seed % 2 == 0 ? World.Kind.LIVE : World.Kind.SIMULATED, tape, picture);
    }

    private static Recording recording(Random random) {
        var draft = new Recording.Draft();
        long from = 0;
        long nanos = from;
        for (int i = random.nextInt(40); i > 0; i--) {
            nanos += random.nextInt(3) * random.nextLong(SECOND);
            var path = List.of("", "/", "/?key=ü", "/a\u0000\n\"b" + random.nextInt(9))
                    .get(random.nextInt(4));
            draft.add(new Recording.Arrival(
                    nanos,
                    random.nextBoolean() ? Happening.Origin.OURS : Happening.Origin.OUTSIDE,
                    "10.0.0." + random.nextInt(300),
                    path.isEmpty() ? "" : "GET",
                    path,
                    path + "🎪",
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(new Recording.Service(
                                    random.nextLong(Long.MAX_VALUE), new AnyScenario(random.nextInt(3)).latency()))));
        }
        return draft.recording(from, random.nextInt(2) * random.nextLong(Long.MAX_VALUE));
    }
}
