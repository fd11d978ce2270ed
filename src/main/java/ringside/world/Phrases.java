package ringside.world;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The wording of one language, from the bundle {@code narration}. */
final class Phrases {
    private static final String NAME = "ringside.world.narration";
    private static final int LONGEST_LIST = 8;

    private final Locale language;
    private final ResourceBundle bundle;

    Phrases(Locale language) {
        this.language = language;
        this.bundle = bundle(language);
    }

    /** The bundle of a language, or the English one: never that of the language which the machine happens to speak. */
    private static ResourceBundle bundle(Locale language) {
        var found = ResourceBundle.getBundle(NAME, language);
        return found.getLocale().getLanguage().equals(language.getLanguage())
                ? found
                : ResourceBundle.getBundle(NAME, Locale.ENGLISH);
    }

    /** A phrase within a phrase: fit to be shown already, and not to be cut. */
    record Inner(String text) {}

    /** A phrase with its places filled in: text is made fit to be shown, numbers stay as they are. */
    String say(String key, Object... parts) {
        var shown = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shown[i] = switch (parts[i]) {
                case Number number -> number;
                case Inner(var text) -> text;
                case Object other -> Plain.text(other.toString());
            };
        }
        return new MessageFormat(bundle.getString(key), language).format(shown);
    }

    /** Items after each other, the first few of them when there are many. */
    String list(List<String> items) {
        var first = String.join(
                ", ", items.stream().limit(LONGEST_LIST).map(Plain::text).toList());
        return items.size() <= LONGEST_LIST
                ? first
                : say("list.more", new Inner(first), Integer.toString(items.size() - LONGEST_LIST));
    }

    /** A number without thousands separators. */
    String number(double value) {
        var format = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(language));
        return format.format(value);
    }

    /** A share from 0 to 1. */
    String percent(double share) {
        var format = NumberFormat.getPercentInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** An angle, given as a share of the whole turn. */
    String degrees(double turn) {
        return number(Math.floor(turn * 360)) + "°";
    }

    String duration(Duration time) {
        return nanos(time.toNanos());
    }

    String nanos(long nanos) {
        return nanos >= 1_000_000_000 ? number(nanos / 1e9) + " s" : number(nanos / 1e6) + " ms";
    }
}
