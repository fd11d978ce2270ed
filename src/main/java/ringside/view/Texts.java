package ringside.view;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import ringside.world.Narrator;

/** Every word on the screen, in the user's language; English when there is no translation. */
public final class Texts {
    private static final String BUNDLE = "ringside.view.texts";

    private Texts() {}

    /** A text by its key. @throws java.util.MissingResourceException when there is none */
    public static String text(String key) {
        return bundle().getString(key);
    }

    /** A text with its gaps filled in: {@code {0}}, {@code {1}}, … */
    public static String text(String key, Object... values) {
        return new MessageFormat(bundle().getString(key), Locale.getDefault()).format(values);
    }

    /** Words in which no line ends between a number and its percent sign. */
    public static String together(String words) {
        return words.replaceAll("(?<=\\d) (?=%)", "\u00a0");
    }

    /** Tells events in the same language. */
    public static Narrator narrator() {
        return new Narrator(Locale.getDefault());
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE);
    }
}
