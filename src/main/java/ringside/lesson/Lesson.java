package ringside.lesson;

import java.util.List;
import ringside.world.Handling;
import ringside.world.Scenario;
import ringside.world.World;
import ringside.world.WorldFactory;

/**
 * A lesson as its file tells it.
 *
 * @param file what its file is called in messages
 * @param digest of its text and scenario: another one, another text
 * @param origin that of the text it was translated from, its own when it was not: where that is the same, what was done
 *     in the one can be taken up in the other
 * @param about what it is
 * @param scenario how its world is set up at the beginning
 * @param steps what happens, at least one
 */
public record Lesson(String file, String digest, String origin, About about, Scenario scenario, List<Step> steps) {
    /**
     * What a lesson's front matter says.
     *
     * @param id small letters, digits and hyphens, such as {@code the-ring}
     * @param title what a learner reads in the list
     * @param minutes how long it takes, 1 to 120
     * @param level how far it takes the learner
     * @param needs lessons that come before it
     * @param world which time it runs in
     * @param layout how the stage is arranged
     * @param beside what else is shown beside the stage
     */
    public record About(
            String id,
            String title,
            int minutes,
            Level level,
            List<Need> needs,
            World.Kind world,
            Layout layout,
            Beside beside) {
        public About {
            needs = List.copyOf(needs);
        }
    }

    /** How far a lesson takes the learner. */
    public enum Level {
        /** Watches and answers. */
        RESPOND,
        /** Changes things and sees what comes of it. */
        CHANGE,
        /** Builds something that works. */
        CONSTRUCT
    }

    /** How the stage is arranged. */
    public enum Layout {
        /** Servers and keys on a circle. */
        RING,
        /** Clients, balancer, servers. */
        FLOW,
        /** The circle, and beside it clients, balancer and servers. */
        BOTH
    }

    /** What else is shown beside the stage, in a live world. */
    public enum Beside {
        /** Nothing. */
        NOTHING,
        /** The same clients' requests through a balancer of layer 4. */
        LAYER_4,
        /** The bytes on both sides of the balancer. */
        BYTES
    }

    public Lesson {
        steps = List.copyOf(steps);
    }

    /** Its short name. */
    public String id() {
        return about.id();
    }

    /** What a learner reads in the list. */
    public String title() {
        return about.title();
    }

    /** What the folder of its file is called in messages: the same for all that it is translated into. */
    public String home() {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    /** Opens its world, with the other one where two stand side by side. */
    World open(WorldFactory worlds) {
        return open(worlds, scenario);
    }

    /** Opens its world as it may be set up by now. */
    World open(WorldFactory worlds, Scenario now) {
        var world = worlds.open(about.world(), now);
        return about.beside() == Beside.LAYER_4 ? world.beside(Handling.Layer.TCP) : world;
    }

    /** Every block of one kind, in order. */
    public <B extends Block> List<B> blocks(Class<B> kind) {
        return steps.stream().flatMap(s -> s.blocks(kind).stream()).toList();
    }
}
