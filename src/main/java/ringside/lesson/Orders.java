package ringside.lesson;

import java.util.List;
import ringside.config.BadInput;
import ringside.world.History;
import ringside.world.World;

/** Carries out what a lesson says, so that it can be undone. */
record Orders(World world, History history) {
    /** Carries out all; the first rejection is told. */
    World.Outcome carryOut(List<Words> commands) {
        World.Outcome first = new World.Outcome.Rejected("there is nothing to do");
        for (int i = 0; i < commands.size(); i++) {
            var outcome = named(commands, i, carryOut(commands.get(i)));
            first = i == 0 || first instanceof World.Outcome.Done ? outcome : first;
        }
        return first;
    }

    /* Of several commands, a rejection says which it is about. */
    private static World.Outcome named(List<Words> commands, int which, World.Outcome outcome) {
        return outcome instanceof World.Outcome.Rejected(var why) && commands.size() > 1
                ? new World.Outcome.Rejected("\"" + commands.get(which).text() + "\": " + why)
                : outcome;
    }

    private World.Outcome carryOut(Words words) {
        try {
            return history.apply(words.wish().in(world));
        } catch (BadInput | IllegalArgumentException e) {
            return new World.Outcome.Rejected(String.valueOf(e.getMessage()));
        }
    }
}
