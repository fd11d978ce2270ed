package ringside.lesson;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import ringside.world.VirtualTime;
import ringside.world.World;

/** Lets time pass in a world until something is so, or until it has taken too long. */
@FunctionalInterface
interface Patience {
    /** Whether the condition came to hold in time; it is asked again and again, by one thread at a time. */
    boolean until(BooleanSupplier condition);

    /** The patience that fits a world: virtual time is let pass, live time is waited for. */
    static Patience with(World world) {
        return world instanceof VirtualTime time ? c -> inVirtualTime(time, c) : Patience::live;
    }

    private static boolean inVirtualTime(VirtualTime world, BooleanSupplier condition) {
        long step = TimeUnit.MILLISECONDS.toNanos(20);
        long deadline = world.now() + TimeUnit.MINUTES.toNanos(5);
        while (!condition.getAsBoolean()) {
            if (world.now() >= deadline) {
                return false;
            }
            world.advanceTo(world.now() + step);
        }
        return true;
    }

    private static boolean live(BooleanSupplier condition) {
        var held = new CompletableFuture<Boolean>();
        try (var pulse = Executors.newSingleThreadScheduledExecutor()) {
            var asking = pulse.scheduleAtFixedRate(() -> ask(condition, held), 0, 5, TimeUnit.MILLISECONDS);
            try {
                return held.get(60, TimeUnit.SECONDS);
            } finally {
                asking.cancel(false);
            }
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void ask(BooleanSupplier condition, CompletableFuture<Boolean> held) {
        try {
            if (condition.getAsBoolean()) {
                held.complete(true);
            }
        } catch (RuntimeException e) {
            held.completeExceptionally(e);
        }
    }
}
