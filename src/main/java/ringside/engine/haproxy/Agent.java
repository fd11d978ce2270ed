package ringside.engine.haproxy;

import java.util.OptionalInt;

/**
 * What an agent beside a server has said of it: HAProxy's {@code agent-check}.
 *
 * @param configured the weight that the configuration gives, 0 to 256, of which an agent's percentage is taken
 * @param weight its weight now, 0 to 256
 * @param limit how many requests it may have at once, if an agent has said so
 * @param duty whether it is meant to work
 * @param up whether it can
 */
public record Agent(int configured, int weight, OptionalInt limit, Duty duty, boolean up) {
    /*
     * One line of words between spaces, tabs and commas; of several of a kind the last one counts. A word that begins with
     * a number sign ends the line. It takes "up" to bring back a server that was said to be down: a weight alone does not.
     */
    private static final String SEPARATORS = "[ \t,\r\n]+";
    private static final String LIMIT = "maxconn:";
    private static final int LARGEST_PERCENTAGE = 25_600;

    /** Whether a server is meant to work. */
    public enum Duty {
        /** It takes requests. */
        READY,
        /** It finishes what it has and gets nothing new. */
        DRAIN,
        /** It is out of use. */
        MAINT
    }

    /** A server of which its agent has said nothing yet. */
    public static Agent silent(int weight) {
        return new Agent(weight, weight, OptionalInt.empty(), Duty.READY, true);
    }

    /** Whether it may be given new requests. */
    public boolean open() {
        return duty == Duty.READY && up && weight > 0;
    }

    /** What it is after its agent has said this line; words that mean nothing change nothing. */
    public Agent says(String line) {
        var agent = this;
        for (var word : line.strip().split(SEPARATORS, -1)) {
            if (word.startsWith("#")) {
                return agent;
            }
            agent = agent.saysWord(word);
        }
        return agent;
    }

    private Agent saysWord(String word) {
        return switch (word) {
            case "ready" -> with(Duty.READY);
            case "drain" -> with(Duty.DRAIN);
            case "maint" -> with(Duty.MAINT);
            case "up" -> with(true);
            case "down", "stopped", "fail" -> with(false);
            default -> saysNumber(word);
        };
    }

    private Agent saysNumber(String word) {
        if (word.endsWith("%")) {
            return number(word.substring(0, word.length() - 1)).stream()
                    .map(percent -> Math.min(percent, LARGEST_PERCENTAGE) * configured / 100)
                    .mapToObj(now -> new Agent(configured, Math.min(now, Farm.HEAVIEST), limit, duty, up))
                    .findFirst()
                    .orElse(this);
        }
        var said = word.startsWith(LIMIT) ? number(word.substring(LIMIT.length())) : OptionalInt.empty();
        return said.isPresent() ? new Agent(configured, weight, said, duty, up) : this;
    }

    private static OptionalInt number(String digits) {
        return digits.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private Agent with(Duty other) {
        return new Agent(configured, weight, limit, other, up);
    }

    private Agent with(boolean able) {
        return new Agent(configured, weight, limit, duty, able);
    }
}
