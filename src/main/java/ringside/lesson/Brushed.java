package ringside.lesson;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;

/**
 * A stretch of the ring that a learner brushed, clockwise.
 *
 * @param from where it begins, as a share of the way round, 0 to 1
 * @param to where it ends
 */
public record Brushed(double from, double to) {
    private static final Pattern WRITTEN = Pattern.compile(
            "\\s*(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*%?(?:\\s+|\\s*-\\s*)(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*%?\\s*");

    /** Reads two percentages of the way round, such as {@code 25% 60%}. */
    public static Optional<Brushed> read(String given) {
        var matcher = WRITTEN.matcher(given);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double from = Double.parseDouble(matcher.group(1).replace(',', '.'));
        double to = Double.parseDouble(matcher.group(2).replace(',', '.'));
        return from <= 100 && to <= 100 ? Optional.of(new Brushed(from / 100, to / 100)) : Optional.empty();
    }

    /** As it is written in an answer. */
    public String written() {
        return Template.shown(Value.of(from * 100), false) + "% " + Template.shown(Value.of(to * 100), false) + "%";
    }

    String shown() {
        return Template.shown(Value.of(from), true) + " – " + Template.shown(Value.of(to), true);
    }

    /** The share of the circle by which it differs from what a server owns, 0 to 1. */
    double off(String server, Facts facts) {
        return facts.of("arc_off", List.of(Value.of(server), Value.of(from), Value.of(to)))
                .number();
    }
}
