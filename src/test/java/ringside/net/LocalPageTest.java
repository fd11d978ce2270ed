package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.world.Scenario;

/** What a browser sees of our servers. */
@Timeout(60)
class LocalPageTest {
    private static final String HTML = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    @Test
    void showsABrowserWhoAnsweredWhichRequest() throws Exception {
        var answer = get("/", HTML);

        assertThat(answer.field("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.body())
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<h1 id=\"server\">A</h1>", "<b id=\"request\">1</b>", "This page was answered by", "/echo")
                .doesNotContain("{{");
    }

    @Test
    void speaksGermanToThoseWhoDo() throws Exception {
        assertThat(get("/", HTML + "Accept-Language: de-AT,en;q=0.5\r\n").body())
                .contains("<html lang=\"de\">", "Diese Seite kommt von", "Wer antwortet als N&#228;chstes?")
                .doesNotContain("{{")
                .matches("(?s)[\\x00-\\x7f]*");
    }

    @ParameterizedTest
    @CsvSource({"/, ''", "/, 'Accept: */*\r\n'", "/a, 'Accept: text/html\r\n'"})
    void showsOthersTheTextTheyHaveAlwaysGot(String path, String fields) throws Exception {
        var answer = get(path, fields);

        assertThat(answer.field("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.body()).isEqualTo("A answered request 1 for " + path + "\n");
    }

    @Test
    void showsANameAsItIsAndNotAsMarkup() throws Exception {
        var world = opened.open(Scenario.of(Opened.swift("<b>\"&")));
        try (var raw = Raw.to(world)) {
            assertThat(raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n" + HTML + "\r\n")
                            .answer()
                            .body())
                    .contains("&lt;b&gt;&quot;&amp;")
                    .doesNotContain("<b>\"&");
        }
    }

    private Raw.Answer get(String path, String fields) throws Exception {
        try (var raw = Raw.to(opened.open(Opened.servers("A")))) {
            return raw.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n")
                    .answer();
        }
    }

    @Test
    void isTranslatedInFull() {
        var english = ResourceBundle.getBundle("ringside.net.page", Locale.ROOT);
        var german = ResourceBundle.getBundle("ringside.net.page", Locale.GERMAN);

        assertThat(german.getLocale()).isEqualTo(Locale.GERMAN);
        assertThat(new TreeSet<>(english.keySet())).hasSize(15);
        for (var key : english.keySet()) {
            assertThat(german.getString(key)).as(key).isNotEqualTo(english.getString(key));
        }
    }
}
