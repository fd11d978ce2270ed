package ringside.config.nginx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What may be said once only. */
final class Once {
    private final Map<String, Word> said = new HashMap<>();

    /** Makes sure that a word is the first to say this. @throws ringside.config.BadInput when it is not */
    void say(Word at, String what) {
        var before = said.putIfAbsent(what, at);
        if (before != null) {
            throw at.wrong("is here a second time; the first is on line "
                    + before.place().line() + ", remove one of them");
        }
    }

    /** The same, where capitals make no difference. */
    void sayInAnyCase(Word at, String what) {
        say(at, what.toLowerCase(Locale.ROOT));
    }
}
