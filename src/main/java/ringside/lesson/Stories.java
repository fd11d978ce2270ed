package ringside.lesson;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import ringside.config.Reach;
import ringside.config.ScenarioFile;
import ringside.config.Yaml;
import ringside.config.run.DeedLines;
import ringside.lesson.progress.StoryText;
import ringside.world.Command;
import ringside.world.Deed;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.Snapshot;
import ringside.world.Tape;
import ringside.world.World;

/** Worlds as text, and text as what it takes to have them again. */
public final class Stories {
    private static final int MOST_DEEDS = 5000;
    private static final int LONGEST = 4 << 20;

    private Stories() {}

    /**
     * A world as text: what happened in it when its time is virtual, and how it is set up now when it is live; nothing
     * when more was done to it than is worth keeping.
     */
    public static Optional<StoryText> of(World world) {
        return world.kind() == World.Kind.LIVE ? Optional.of(of(world.scenario())) : of(world.tape());
    }

    /** What happened in a simulated world up to a picture, without what was done at the same instant after it. */
    static Optional<StoryText> before(Snapshot picture, World world) {
        var later = new AtomicInteger();
        world.timeline().tell(picture.sequence(), Long.MAX_VALUE, event -> {
            if (event.what() instanceof Happening.Applied) {
                later.incrementAndGet();
            }
        });
        var tape = world.tape();
        var deeds = tape.deeds().subList(0, Math.max(0, tape.deeds().size() - later.get()));
        return of(new Tape(tape.begins(), deeds, picture.nanos(), tape.recording()));
    }

    private static Optional<StoryText> of(Tape tape) {
        return tape.deeds().size() > MOST_DEEDS || tape.recording().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new StoryText(ScenarioFile.write(tape.begins()), DeedLines.write(tape.deeds()), tape.nanos()));
    }

    /** A live world that is set up like this, as text. */
    static StoryText of(Scenario scenario) {
        return new StoryText(ScenarioFile.write(scenario), "", 0);
    }

    /** Commands as text, one a line. */
    static String write(List<Command> commands) {
        return DeedLines.write(commands.stream().map(c -> new Deed(0, c)).toList());
    }

    /** What such lines say. @throws ringside.config.BadInput when they can't be read */
    static List<Command> commands(String lines) {
        return DeedLines.read("commands", lines).stream().map(Deed::command).toList();
    }

    /** What it takes to tell it again. @throws ringside.config.BadInput when it can't be read */
    public static Tape tape(StoryText story) {
        return new Tape(scenario(story.scenario()), DeedLines.read("deeds", story.deeds()), story.nanos());
    }

    /** How a world was set up. @throws ringside.config.BadInput when it can't be read */
    static Scenario scenario(String text) {
        return ScenarioFile.alone(Yaml.read("scenario", text, 1, LONGEST), Reach.THIS_MACHINE);
    }
}
