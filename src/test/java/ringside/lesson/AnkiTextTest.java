package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.config.BadInput;
import ringside.lesson.AnkiText.Card;

final class AnkiTextTest {
    @Test
    void isReadAsItWasWritten() {
        var cards = List.of(
                new Card("own/1", "Ringside::Your own", "a < b & \"c\" > d\nsecond\tline", "&amp; stays &#39;"),
                new Card("own/2", "Ringside::Your own", "#hash; first", "\"quoted\" \u00a0 <br> \uD83D\uDE42 שלום"),
                new Card("the-ring/mod-4-5", "Ringside::The ring", "Größe ≥ 3", "ja"));
        var given = cards.stream()
                .map(c -> new Card(c.id(), c.deck().substring("Ringside::".length()), c.front(), c.back()))
                .toList();
        assertThat(AnkiText.read("cards.txt", AnkiText.write(given))).isEqualTo(cards);
    }

    @Test
    void hasTheLinesThatAnkiDocuments() {
        assertThat(AnkiText.write(List.of(new Card("a/b", "Mine", "<b>", "x\ty"))))
                .isEqualTo("""
                    #separator:tab
                    #html:true
                    #columns:Front\tBack\tDeck\tTags
                    #deck column:3
                    #tags column:4
                    &lt;b&gt;\tx&#9;y\tRingside::Mine\tringside::a/b
                    """);
    }

    @Test
    void isReadAsAnkiWritesIt() {
        var text = String.join(
                "\r\n",
                "\uFEFF#separator:tab",
                "#html:true",
                "#tags column:3",
                "<b>What</b> is it?\t\"one \"\"two\"\"<br>three\"\tleech hard",
                "Plain\t1 &lt; 2\t",
                "");
        assertThat(AnkiText.read("notes.txt", text))
                .containsExactly(
                        new Card("", "", "What is it?", "one \"two\"\nthree"), new Card("", "", "Plain", "1 < 2"));
        assertThat(AnkiText.read("notes.txt", "a <b\tc &lt;")).containsExactly(new Card("", "", "a <b", "c &lt;"));
    }

    @Test
    void isReadWithTheColumnsThatAnkiAdds() {
        var text = String.join(
                "\n",
                "#separator:tab",
                "#html:true",
                "#guid column:1",
                "#notetype column:2",
                "#deck column:3",
                "#tags column:6",
                "Qx!#1\tBasic\tNetworks::TCP\t\"<div style=\"\"color: red\"\">Who sends</div><div>SYN?</div>\""
                        + "\tThe&nbsp;client\tx",
                "\"#a,b\"\tBasic\tNetworks\t\"two",
                "lines, a tab\t and \"\"quotes\"\"\"\t1 &#60; 2 &amp;lt;\tringside::own/7 y");
        assertThat(AnkiText.read("notes.txt", text))
                .containsExactly(
                        new Card("", "Networks::TCP", "Who sends\nSYN?", "The client"),
                        new Card("own/7", "Networks", "two\nlines, a tab\t and \"quotes\"", "1 < 2 &lt;"));
    }

    @ParameterizedTest
    @CsvSource({"comma, ','", "Semicolon, ;", "pipe, '|'", "colon, :", "space, ' '", "',', ','"})
    void isReadWithTheSeparatorsThatAnkiKnows(String name, String sign) {
        assertThat(AnkiText.read("notes.txt", "#separator:" + name + "\na" + sign + "\"b" + sign + "c\"\n# no card\n"))
                .containsExactly(new Card("", "", "a", "b" + sign + "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "<", "&#", "#", "\t", "a\t\"", "<a ", "<br", "<!--"})
    void isReadQuicklyWhateverIsRepeated(String piece) {
        var text = "#html:true\nfront\t" + piece.repeat((4 << 20) / piece.length() - 8);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                AnkiText.read("x.txt", text);
            } catch (BadInput e) {
                assertThat(e).hasMessageStartingWith("x.txt:");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one side alone | x.txt:1:1: a card has a front and a back with a tab between them",
                "#separator:dots\\n"
                    + "a.b | x.txt:1:1: fields can't be separated by dots; write tab, comma, semicolon, pipe, colon or"
                    + " space",
                "#html:true\\n<script>x</script>\\tb | x.txt:2:1: there is a picture, a sound or a script here",
                "#html:true\\n"
                        + "\\n"
                        + "c\\td\\n"
                        + "<img src=x onerror=y>\\tb | x.txt:4:1: there is a picture, a sound or a script here",
                "#html:true\\n[sound:a.mp3]\\tb | x.txt:2:1: there is a picture, a sound or a script here",
                "#html:true\\nx &#x202e;\\tb | x.txt:2:1: there is character U+202E, which can't be seen",
                "#separator:semicolon\\na,b | x.txt:2:1: a card has a front and a back with a ; between them",
                "#tags column:zero\\na\\tb | x.txt:1:1: a column is a number from 1 to 99, not zero",
                "#html:true | x.txt:1:1: there is no card here",
                "a\\u0007\\tb | x.txt:1:1: there is character U+0007, which can't be seen",
            })
    void isRefusedInOneSentence(String text, String problem) {
        var said = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0007", "\u0007");
        assertThatThrownBy(() -> AnkiText.read("x.txt", said)).hasMessageStartingWith(problem);
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        assertThatThrownBy(() -> AnkiText.read("x.txt", "a\tb\n".repeat(5001)))
                .hasMessageContaining("there are more than 5000 cards");
        assertThatThrownBy(() -> AnkiText.read("x.txt", "a\t" + "b".repeat(8001)))
                .hasMessageContaining("a side of a card has at most 8000 characters, not 8001");
        assertThatThrownBy(() -> AnkiText.read("x.txt", "a".repeat((4 << 20) + 1)))
                .hasMessageContaining("more than 4194304 characters");
    }
}
