package ringside.config.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.CommandWords;
import ringside.config.Place;
import ringside.config.Reach;
import ringside.config.Units;
import ringside.world.Deed;
import ringside.world.Scenario;

/** What was done to a world, one a line: the instant, a blank, and the words of the command. */
public final class DeedLines {
    private static final int MOST = 100_000;
    private static final int NANO_DIGITS = 9;
    private static final Scenario NOWHERE = Scenario.of();

    private DeedLines() {}

    /** The lines, each of which ends. */
    public static String write(List<Deed> deeds) {
        var lines = new StringBuilder();
        deeds.forEach(deed -> lines.append(time(deed.nanos()))
                .append(' ')
                .append(CommandWords.of(deed.command()))
                .append('\n'));
        return lines.toString();
    }

    /** An instant in seconds, to the nanosecond. */
    static String time(long nanos) {
        var seconds = BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros();
        return seconds.toPlainString() + "s";
    }

    /** What lines say. @throws BadInput at the place of what is wrong */
    public static List<Deed> read(String file, String text) {
        var deeds = new ArrayList<Deed>();
        int number = 0;
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            var start = new Place(file, ++number, 1);
            if (number > MOST) {
                throw new BadInput(start, "this line is one too many; there are " + MOST + " at most");
            }
            deeds.add(deed(start, text.substring(from, to)));
            from = to + 1;
        }
        return deeds;
    }

    private static Deed deed(Place start, String line) {
        int blank = line.indexOf(' ');
        if (blank < 0) {
            throw new BadInput(start, "here stands no command; write an instant and a command, such as `12.5s kill A`");
        }
        var behind = new Place(start.file(), start.line(), blank + 2);
        var wish = CommandWords.read(behind, line.substring(blank + 1), Reach.ANYWHERE);
        try {
            return new Deed(
                    Units.duration(line.substring(0, blank)).toNanos(), wish.in(NOWHERE, _ -> Optional.empty()));
        } catch (IllegalArgumentException e) {
            throw new BadInput(start, String.valueOf(e.getMessage()));
        }
    }
}
