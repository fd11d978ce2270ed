package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.Locale;
import java.util.OptionalLong;
import ringside.view.Figures;
import ringside.world.Estimate;
import ringside.world.Measure;

/** Figures and their differences as the comparison writes them: a difference always has its sign. */
final class Words {
    private static final long LEAST = 50_000;

    private Words() {}

    /** What a measure is called. */
    static String name(Measure measure) {
        return text("compare.measure." + measure.name().toLowerCase(Locale.ROOT));
    }

    /** A measure's value with its unit. */
    static String value(Measure measure, long value) {
        return measure.time() ? Figures.span(value) : Figures.count(value);
    }

    /** A difference of a measure, with its sign. */
    static String difference(Measure measure, long difference) {
        return measure.time() ? time(difference) : count(difference);
    }

    /** A difference of numbers, with its sign. */
    static String count(long difference) {
        return sign(difference) + Figures.count(Math.abs(difference));
    }

    /** A difference of times, with its sign; one too small to be written is none. */
    static String time(long nanos) {
        return Math.abs(nanos) < LEAST ? "±0" : sign(nanos) + Figures.span(Math.abs(nanos));
    }

    private static String sign(long difference) {
        return difference == 0 ? "±" : difference < 0 ? "−" : "+";
    }

    /** A mean difference with its interval, when there is one. */
    static String estimate(Estimate mean) {
        var words = time(Math.round(mean.mean()));
        return mean.plusMinus().isPresent()
                ? words + " ± " + Figures.span(Math.round(mean.plusMinus().getAsDouble()))
                : words;
    }

    /** On what a comparison stands: so many requests, and the seed. */
    static String basis(Contest contest, String requests) {
        return text(
                contest.recorded() ? "compare.basis.recorded" : "compare.basis",
                requests,
                String.valueOf(contest.seed()));
    }

    /** A number of keys; a dash when no server owns a key. */
    static String keys(OptionalLong moved) {
        return moved.isPresent() ? Figures.count(moved.getAsLong()) : "–";
    }

    /** Whether a second is better or worse than a first, in one word; empty when it is neither. */
    static String verdict(long difference) {
        return difference == 0 ? "" : text(difference < 0 ? "compare.better" : "compare.worse");
    }

    /** How good that is, as a style. */
    static String style(long difference) {
        return difference == 0 ? "muted" : difference < 0 ? "good" : "bad";
    }
}
