package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.config.BadInput;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** How a lesson means its world to be set up when each step begins: as its own buttons and solutions leave it. */
final class Meant {
    /*
     * A learner who tries something out between two steps may leave a pool of which the next step says nothing true:
     * its questions name servers that are gone. So those who go on find the pool as it was meant. Numbers that a
     * learner may choose freely, such as weights, points or pauses, stay as they were chosen.
     */
    private final List<Scenario> begins = new ArrayList<>();

    Meant(Lesson lesson) {
        var now = lesson.scenario();
        for (var step : lesson.steps()) {
            begins.add(now);
            for (var block : step.blocks()) {
                now = after(block, now);
            }
        }
    }

    private static Scenario after(Block block, Scenario before) {
        var commands = switch (block) {
            case Block.Do what -> what.commands();
            case Block.Task task -> task.solution();
            default -> List.<Words>of();
        };
        var now = before;
        for (var words : commands) {
            now = after(words, now);
        }
        return now;
    }

    /* What is refused in the lesson changes nothing there either. */
    private static Scenario after(Words words, Scenario before) {
        try {
            return words.wish().in(before, _ -> Optional.empty()).on(before);
        } catch (BadInput | IllegalArgumentException _) {
            return before;
        }
    }

    /**
     * What puts a world right again for a step: servers that are too many leave, those that are missing come back, and
     * behaviours and the policy are those that were meant.
     *
     * @param step counted from 1
     */
    List<Command> repair(Scenario now, int step) {
        var meant = begins.get(step - 1);
        var commands = new ArrayList<Command>();
        now.servers().stream()
                .map(ServerSpec::id)
                .filter(id -> meant.server(id).isEmpty())
                .forEach(id -> commands.add(new Command.RemoveServer(id, Command.Leaving.DRAIN)));
        for (int place = 0; place < meant.servers().size(); place++) {
            var server = meant.servers().get(place);
            int at = place;
            now.server(server.id())
                    .map(other -> behaving(other, server).stream())
                    .orElseGet(() -> Stream.of(new Command.AddServer(server, at)))
                    .forEach(commands::add);
        }
        if (!now.policy().id().equals(meant.policy().id())) {
            commands.add(new Command.SetPolicy(meant.policy()));
        }
        return commands;
    }

    private static Optional<Command> behaving(ServerSpec now, ServerSpec meant) {
        return now.behaviour().getClass().equals(meant.behaviour().getClass())
                ? Optional.empty()
                : Optional.of(new Command.SetBehaviour(meant.id(), meant.behaviour()));
    }
}
