package ringside.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ringside.config.ScenarioFile;

/**
 * All that is told, as a fingerprint: two logs with the same one have the same events at the same instants, to the last figure
 * of every reason. It is the same on every machine.
 */
public final class EventLog implements Story {
    private final MessageDigest digest = sha256();
    private long events;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fingerprint of everything that a timeline holds but for how its world began, which no story is told. */
    public static String digest(Timeline timeline) {
        var log = new EventLog();
        timeline.events(0, timeline.nextSequence()).stream()
                .filter(e -> !(e.what() instanceof Happening.Began))
                .forEach(e -> log.tell(e.nanos(), e.what()));
        return log.digest();
    }

    @Override
    public void tell(long nanos, Happening what) {
        events++;
        digest.update((nanos + " " + text(what) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** How many events were told. */
    public long events() {
        return events;
    }

    /** What was told so far, as 64 hexadecimal digits; nothing can be told after it. */
    public String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /*
     * Records tell all they hold; but sets in a scenario have no order of their own, and in its file they do. A file says
     * nothing of what is as usual, so what scenarios learn to say later leaves the fingerprint as it is.
     */
    private static String text(Happening what) {
        return what instanceof Happening.Applied(var command, var after)
                ? command.getClass().getSimpleName() + "\n" + ScenarioFile.write(after)
                : what.toString();
    }
}
