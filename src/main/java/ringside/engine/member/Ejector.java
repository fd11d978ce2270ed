package ringside.engine.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import ringside.engine.Attempt;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.guard.Sign;

/** Ejects a server that failed so often in a row, for a while, from what the traffic itself tells. For one thread at a time. */
public final class Ejector {
    /*
     * Checks ask whether a server can answer a check; traffic asks whether it does its work. The trap is a failure that is
     * not the server's own, such as of a database behind all of them: then everybody would be ejected, which the bound on
     * their part is for.
     *
     * Who comes back and fails at once has not recovered, so each time it is out longer: as many times as long as it was
     * sent out in a row, as Envoy has it. A row ends when a server stays in for as long as it was out.
     */
    private static final int LONGEST_ROW = 10;

    /**
     * When it ejects.
     *
     * @param failures in a row, 1 or more
     * @param time for how long at first, more than zero; soon after it came back, twice, then three times as long, up to
     *     ten times
     * @param mostPercent of the members that may be out at once, 0 to 100
     */
    public record Rules(int failures, Duration time, int mostPercent) {
        public Rules {
            if (failures < 1) {
                throw new IllegalArgumentException("a server is ejected after 1 failure or more, not " + failures);
            }
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("a server is ejected for more than 0 ms, not " + time);
            }
            if (mostPercent < 0 || mostPercent > 100) {
                throw new IllegalArgumentException("0 to 100 % may be out at once, not " + mostPercent);
            }
        }
    }

    /** What an attempt came to. */
    public sealed interface Verdict {
        /** Nothing. */
        record Unchanged() implements Verdict {
            static final Unchanged INSTANCE = new Unchanged();
        }

        /** The server is out until this time in nanoseconds. */
        record Ejected(ServerId server, long until) implements Verdict {}

        /** The server would be out, but too many are already. */
        record Spared(ServerId server) implements Verdict {}
    }

    private static final class Past {
        private int row;
        private boolean out;
        private long since;
        private long until;
        private int times;
        private int passes;

        private void leave(Rules rules, long now) {
            boolean soon = times > 0 && now - until < until - since;
            times = soon ? Math.min(LONGEST_ROW, times + 1) : 1;
            row = 0;
            passes = 0;
            out = true;
            since = now;
            until = now + times * rules.time().toNanos();
        }
    }

    private final Rules rules;
    private final Map<ServerId, Past> pasts = new HashMap<>();
    private int needed;

    /** One that has ejected nobody. */
    public Ejector(Rules rules) {
        this.rules = rules;
    }

    /** The members are these now; what was known of those that stay is kept. */
    public void use(Pool pool) {
        pasts.keySet().removeIf(id -> pool.placeOf(id).isEmpty());
        pool.members().forEach(member -> pasts.computeIfAbsent(member.id(), _ -> new Past()));
    }

    /** From now on nobody comes back who has not passed so many checks in a row since it went; 0 when nobody is checked. */
    public void need(int passes) {
        needed = passes;
    }

    /** A check of a server has ended. */
    public void checked(ServerId server, boolean passed) {
        var past = pasts.get(server);
        if (past != null) {
            past.passes = passed ? past.passes + 1 : 0;
        }
    }

    /**
     * An attempt has ended.
     *
     * @param now the time in nanoseconds, never before that of the last call
     */
    public Verdict settled(Attempt attempt, long now) {
        var past = pasts.get(attempt.server());
        if (past == null || past.out) {
            return Verdict.Unchanged.INSTANCE;
        }
        past.row = switch (Sign.of(attempt.outcome())) {
            case GOOD -> 0;
            case BAD -> past.row + 1;
            case NONE -> past.row;
        };
        return past.row < rules.failures() ? Verdict.Unchanged.INSTANCE : eject(attempt.server(), past, now);
    }

    private Verdict eject(ServerId server, Past past, long now) {
        past.row = 0;
        long out = pasts.values().stream().filter(each -> each.out).count();
        if (100 * (out + 1) > (long) rules.mostPercent() * pasts.size()) {
            return new Verdict.Spared(server);
        }
        past.leave(rules, now);
        return new Verdict.Ejected(server, past.until);
    }

    /** Those whose time is over and who have passed the checks that they need, who are back from now on. */
    public List<ServerId> readmit(long now) {
        var back = new ArrayList<ServerId>();
        pasts.forEach((id, past) -> {
            if (past.out && now - past.until >= 0 && past.passes >= needed) {
                past.out = false;
                past.until = now;
                back.add(id);
            }
        });
        back.sort(null);
        return back;
    }

    /** When the time of the next one is over, in nanoseconds, which may have been; empty when nobody is out. */
    public OptionalLong nextReadmission() {
        return pasts.values().stream()
                .filter(past -> past.out)
                .mapToLong(past -> past.until)
                .min();
    }

    /** Whether a server is out. */
    public boolean ejected(ServerId server) {
        var past = pasts.get(server);
        return past != null && past.out;
    }
}
