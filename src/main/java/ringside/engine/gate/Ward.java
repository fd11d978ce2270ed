package ringside.engine.gate;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.member.Ejector;
import ringside.engine.member.Panic;

/** Who of a pool's members may be asked: what their checks, the traffic, and panic make of them. For one thread at a time. */
final class Ward {
    private final String name;
    private final Balancer balancer;
    private final Gate.Listener listener;
    private Pool configured = Pool.EMPTY;
    private Set<ServerId> unwell = Set.of();
    private int passesNeeded;
    private boolean limited;
    private Panic panic = Rules.USUAL.panic();
    private boolean panicking;
    private boolean begun;
    private boolean someOut;
    private Optional<Ejector.Rules> rules = Optional.empty();
    private Optional<Ejector> ejector = Optional.empty();

    Ward(String name, Balancer balancer, Gate.Listener listener) {
        this.name = name;
        this.balancer = balancer;
        this.listener = listener;
    }

    /** The members as they are configured. */
    Pool configured() {
        return configured;
    }

    /** Goes by other rules from now on: with others for ejection, nobody is out. */
    void use(Rules others) {
        panic = others.panic();
        if (!others.ejection().equals(rules)) {
            var out = configured.members().stream()
                    .filter(member -> ejected(member.id()))
                    .toList();
            rules = others.ejection();
            ejector = rules.map(Ejector::new);
            out.forEach(member -> listener.readmitted(member.id()));
        }
        spread();
    }

    /** The members are these now. */
    void use(Pool members, Set<ServerId> unwellNow, int passes) {
        configured = members;
        unwell = unwellNow;
        passesNeeded = passes;
        limited = members.members().stream().anyMatch(member -> member.terms().maxConnections() > 0);
        spread();
        begun = true;
    }

    /** A check has ended: whether somebody is back because of it. */
    boolean checked(ServerId server, boolean passed, long now) {
        ejector.ifPresent(each -> each.checked(server, passed));
        return look(now);
    }

    /** Whether somebody is back whose time out is over. */
    boolean look(long now) {
        if (!someOut || ejector.isEmpty()) {
            return false;
        }
        var back = ejector.get().readmit(now);
        if (!back.isEmpty()) {
            someOut = nextReadmission().isPresent();
            back.forEach(listener::readmitted);
            spread();
        }
        return !back.isEmpty();
    }

    /** An attempt has ended, and may have been one failure too many. */
    void settled(Attempt attempt, long now) {
        if (ejector.isPresent()
                && ejector.get().settled(attempt, now) instanceof Ejector.Verdict.Ejected(var server, long until)) {
            someOut = true;
            listener.ejected(server, until);
            spread();
        }
    }

    private boolean ejected(ServerId server) {
        return ejector.filter(each -> each.ejected(server)).isPresent();
    }

    private void spread() {
        ejector.ifPresent(each -> {
            each.use(configured);
            each.need(passesNeeded);
        });
        var verdict = panic.judge(configured, id -> unwell.contains(id) || ejected(id));
        var before = balancer.pool();
        if (!before.members().equals(verdict.pool().members())) {
            balancer.use(verdict.pool());
            if (begun) {
                listener.repooled(before, verdict.pool());
            }
        }
        boolean now = verdict instanceof Panic.Verdict.Panicking;
        if (now != panicking) {
            panicking = now;
            listener.panic(name, verdict);
        }
    }

    /** Whether any member may have so many requests in flight and no more. */
    boolean limited() {
        return limited;
    }

    /** How many requests a member may have in flight, 0 for any number. */
    int mostAt(ServerId server) {
        var place = limited ? configured.placeOf(server) : OptionalInt.empty();
        return place.isPresent() ? configured.at(place.getAsInt()).terms().maxConnections() : 0;
    }

    /** When the time of the next one that is out is over, in nanoseconds, which may have been; empty when nobody is out. */
    OptionalLong nextReadmission() {
        return ejector.isEmpty() ? OptionalLong.empty() : ejector.get().nextReadmission();
    }
}
