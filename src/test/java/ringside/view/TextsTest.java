package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TextsTest {
    private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"");
    private static final Path SOURCES = Path.of("src/main/java/ringside/view");

    private final ResourceBundle english = ResourceBundle.getBundle("ringside.view.texts", Locale.ROOT);
    private final ResourceBundle german = ResourceBundle.getBundle("ringside.view.texts", Locale.GERMAN);

    @Test
    void areTranslatedInFull() {
        var own = new TreeSet<>(german.keySet());
        own.removeIf(key -> !Character.isLetter(key.charAt(0)));
        assertThat(own).isEqualTo(new TreeSet<>(english.keySet()));
        assertThat(german.getString("welcome.slogan")).isEqualTo("Erste Reihe bei der Lastverteilung");
    }

    @Test
    void haveTheSameGapsInBothLanguages() {
        assertThat(english.keySet()).allSatisfy(key -> assertThat(gaps(german.getString(key)))
                .as(key)
                .isEqualTo(gaps(english.getString(key))));
    }

    private static long gaps(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void writeApostrophesSoThatNoGapIsLost() {
        assertThat(english.keySet()).allMatch(key -> !english.getString(key).contains("'"));
        assertThat(german.keySet()).allMatch(key -> !german.getString(key).contains("'"));
    }

    @Test
    void haveEveryTextThatTheScreenAsksFor() throws IOException {
        var asked = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file)).results().forEach(m -> asked.add(m.group(1)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(asked.stream().filter(k -> !english.containsKey(k)).collect(Collectors.toSet()))
                .isEmpty();
    }

    @Test
    void fillTheirGaps() {
        assertThat(Texts.text("behaviour.errors.is", 30)).contains("30");
    }
}
