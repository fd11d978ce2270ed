package ringside.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What some work took.
 *
 * @param wallNanos by the clock
 * @param busyNanos of processor time, all threads together, so that other programs on the machine don't count
 */
record Stint(long wallNanos, long busyNanos) {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Does it once. */
    static Stint of(Runnable work) {
        long wall = System.nanoTime();
        long busy = MACHINE.getProcessCpuTime();
        work.run();
        return new Stint(System.nanoTime() - wall, MACHINE.getProcessCpuTime() - busy);
    }

    /** The middle one of these by processor time. */
    static Stint median(Stint... all) {
        var sorted = all.clone();
        Arrays.sort(sorted, Comparator.comparingLong(Stint::busyNanos));
        return sorted[sorted.length / 2];
    }

    /** So many things a second of wall time. */
    double perSecond(double count) {
        return count * 1e9 / wallNanos;
    }

    /** So many things a second of processor time. */
    double perBusySecond(double count) {
        return count * 1e9 / busyNanos;
    }
}
