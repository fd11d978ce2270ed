package ringside.config.haproxy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import ringside.config.proxy.Watch;
import ringside.engine.Member;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.haproxy.Checking;
import ringside.engine.haproxy.Observing;

/** What is known of a server so far: {@code default-server} says some of it, the server's own line the rest. */
final class ServerDraft implements Cloneable {
    /* HAProxy has no failures that disable a server by themselves; they count for it through its checks. */
    private static final Terms TERMS = Terms.STANDARD.failing(0, Terms.STANDARD.failTimeout());

    int weight = 1;
    OptionalInt number = OptionalInt.empty();
    /** The word that says its number. */
    Optional<Word> numberWord = Optional.empty();

    boolean backup;
    boolean disabled;
    int most;
    Duration slowStart = Duration.ZERO;
    boolean checked;
    boolean checkPort;
    int rise = Checking.STANDARD.rise();
    int fall = Checking.STANDARD.fall();
    Duration inter = Checking.STANDARD.inter();
    Optional<Duration> fastInter = Optional.empty();
    Optional<Duration> downInter = Optional.empty();
    Optional<Observing.Layer> observed = Optional.empty();
    int errorLimit = 10;
    Observing.OnError onError = Observing.OnError.FAIL_CHECK;
    boolean agent;
    boolean agentPort;

    /** One of which nothing has been said. */
    ServerDraft() {}

    /** One like this that can go its own way. */
    ServerDraft copy() {
        try {
            return (ServerDraft) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server with this name. */
    Member member(ServerId id) {
        var terms = TERMS.limitedTo(most).startingSlowly(slowStart);
        var numbered = number.isPresent() ? terms.numbered(number.getAsInt()) : terms;
        return new Member(id, weight, disabled ? Standing.DOWN : Standing.UP, backup ? numbered.asBackup() : numbered);
    }

    /** How its health is followed; traffic is looked at only beside checks. */
    Watch watch() {
        return new Watch(
                checked ? Optional.of(new Checking(rise, fall, inter, fastInter, downInter)) : Optional.empty(),
                observed.filter(_ -> checked).map(layer -> Observing.fresh(layer, errorLimit, onError)),
                agent);
    }
}
