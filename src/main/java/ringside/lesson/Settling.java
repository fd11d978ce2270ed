package ringside.lesson;

import java.time.Duration;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Progress;
import ringside.world.ServerSpec;
import ringside.world.World;

/**
 * The while after a live world was opened again in which it becomes what it was: its clients come and are given their
 * servers, and its checks find out which servers do not behave, for they begin by taking each for well.
 */
record Settling(World world, Watch watch) {
    private static final int TIMES_EACH = 3;
    private static final Duration FOR_CLIENTS = Duration.ofSeconds(2);
    private static final Duration FOR_CHECKS = Duration.ofSeconds(10);

    /** Waits until it is so, and counts afresh from then on; nobody waits longer than they want to. */
    void await(Progress progress) {
        if (world.kind() == World.Kind.LIVE) {
            long since = System.nanoTime();
            Patience.with(world).until(() -> {
                long waited = System.nanoTime() - since;
                watch.read(world.timeline(), world.timeline().at(Long.MAX_VALUE).sequence());
                return (visited(waited) && checked(waited))
                        || !progress.goOn(Math.min(1, (double) waited / FOR_CHECKS.toNanos()));
            });
            watch.beginAfresh(world.timeline().at(Long.MAX_VALUE));
        }
    }

    private boolean visited(long waited) {
        var traffic = world.scenario().traffic();
        return traffic.arrivals() instanceof Arrivals.None
                || watch.since().count() >= (long) TIMES_EACH * traffic.clients()
                || waited >= FOR_CLIENTS.toNanos();
    }

    private boolean checked(long waited) {
        return world.scenario().checks().kind() == Checks.Kind.NONE
                || waited >= FOR_CHECKS.toNanos()
                || world.scenario().servers().stream()
                        .filter(server -> !server.behaviour().equals(Behaviour.HEALTHY))
                        .allMatch(this::checked);
    }

    private boolean checked(ServerSpec server) {
        var checkup = watch.checkup(server.id());
        return checkup.failures() + checkup.passes()
                >= world.scenario().checks().fall();
    }
}
