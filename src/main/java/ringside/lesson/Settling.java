package ringside.lesson;

import java.time.Duration;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Progress;
import ringside.world.ServerSpec;
import ringside.world.World;

/**
 * The while after a live world was opened again in which its checks look at servers that do not behave: they begin by
 * taking each for well, and had known better.
 */
record Settling(World world, Watch watch) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Waits until every such server was looked at often enough, and counts afresh from then on; nobody waits longer than told to. */
    void await(Progress progress) {
        if (world.kind() == World.Kind.LIVE && !settled()) {
            long since = System.nanoTime();
            Patience.with(world).until(() -> settled() || !goesOn(System.nanoTime() - since, progress));
            watch.beginAfresh(world.timeline().at(Long.MAX_VALUE));
        }
    }

    private static boolean goesOn(long nanos, Progress progress) {
        return nanos < LONGEST.toNanos() && progress.goOn((double) nanos / LONGEST.toNanos());
    }

    private boolean settled() {
        watch.read(world.timeline(), world.timeline().at(Long.MAX_VALUE).sequence());
        return world.scenario().servers().stream()
                .filter(server -> !server.behaviour().equals(Behaviour.HEALTHY))
                .allMatch(this::known);
    }

    private boolean known(ServerSpec server) {
        var checkup = watch.checkup(server.id());
        return world.scenario().checks().kind() == Checks.Kind.NONE
                || checkup.failures() + checkup.passes() >= world.scenario().checks().fall();
    }
}
