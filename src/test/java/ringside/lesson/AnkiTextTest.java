package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.lesson.AnkiText.Card;

final class AnkiTextTest {
    @Test
    void isReadAsItWasWritten() {
        var cards = List.of(
                new Card("own/1", "Ringside::Your own", "a < b & \"c\" > d\nsecond line", "&amp; stays"),
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
                    &lt;b&gt;\tx y\tRingside::Mine\tringside::a/b
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one side alone | x.txt:1:1: a card has a front and a back with a tab between them",
                "#separator:comma\\na,b | x.txt:1:1: fields are separated by tabs here, not by comma; export with tabs",
                "#html:true\\n<script>x</script>\\tb | x.txt:2:1: there is HTML that is not shown here",
                "#html:true\\n<img src=x onerror=y>\\tb | x.txt:2:1: there is HTML that is not shown here",
                "#tags column:zero\\na\\tb | x.txt:1:1: a column is a number from 1 to 99, not zero",
                "#html:true | x.txt:1:1: there is no card here",
                "a\\u0007\\tb | x.txt:1:1: there is a character that is no text",
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
