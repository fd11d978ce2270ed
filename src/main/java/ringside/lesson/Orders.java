package ringside.lesson;

import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.world.Command;
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
            var command = words.wish().in(world);
            return already(command) ? new World.Outcome.Done(Optional.empty()) : history.apply(command);
        } catch (BadInput | IllegalArgumentException e) {
            return new World.Outcome.Rejected(String.valueOf(e.getMessage()));
        }
    }

    /* Learners may be ahead: whom they have added by hand need not be added again. */
    private boolean already(Command command) {
        return command instanceof Command.AddServer(var server, var _)
                && world.scenario().server(server.id()).isPresent();
    }
}
