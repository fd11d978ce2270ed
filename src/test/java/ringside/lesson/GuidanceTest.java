package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class GuidanceTest {
    private final ResourceBundle english = ResourceBundle.getBundle("ringside.lesson.guidance", Locale.ENGLISH);
    private final ResourceBundle german = ResourceBundle.getBundle("ringside.lesson.guidance", Locale.GERMAN);

    @Test
    void isTranslatedInFullWithTheSameGaps() {
        assertThat(new TreeSet<>(german.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(german.getString(key))
                        .as(key)
                        .isNotEqualTo(key.equals("aloud.because") ? "" : english.getString(key)));
        assertThat(english.keySet())
                .allSatisfy(
                        key -> assertThat(gaps(german.getString(key))).as(key).isEqualTo(gaps(english.getString(key))));
    }

    private static long gaps(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void saysWhatIsLeftInItsLanguage() {
        assertThat(new Guidance(Locale.ENGLISH).say("todo.do", "remove B")).isEqualTo("Do this first: remove B");
        assertThat(new Guidance(Locale.of("de", "CH")).say("todo.do", "remove B"))
                .isEqualTo("Tu zuerst das: remove B");
        assertThat(new Guidance(Locale.JAPANESE).say("aloud.rejected", "so")).isEqualTo("That can't be done: so");
    }
}
