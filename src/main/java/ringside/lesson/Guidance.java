package ringside.lesson;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said around a lesson in the learner's language: what is left to do, and how an answer is written. */
final class Guidance {
    private final Locale language;
    private final ResourceBundle bundle;

    /** In this language, or in English when there is no telling in it. */
    Guidance(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle("ringside.lesson.guidance", language);
    }

    Locale language() {
        return language;
    }

    /** A sentence with its gaps filled in; numbers come as text. */
    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
