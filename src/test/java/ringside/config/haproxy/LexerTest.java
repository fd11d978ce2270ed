package ringside.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.BadInput;

/** Expected words are those that HAProxy 2.6.12 shows when it complains of them. */
final class LexerTest {
    private static List<String> words(String line) {
        return Lexer.lines("h.cfg", line + "\n").getFirst().words().stream()
                .map(Word::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a\\ b|a b",
                "a\\#b|a#b",
                "a\\\\b|a\\b",
                "a\\x41b|aAb",
                "a\\qb|a\\qb",
                "a\\'b|a'b",
                "a\\\"b|a\"b",
                "'a b'c|a bc",
                "\"a b\"c|a bc",
                "'a\\ b'|a\\ b",
                "\"a\\ b\"|a b",
                "\"a\\\"b\"|a\"b",
                "\"a\\$b\"|a$b",
                "\"a\\qb\"|a\\qb",
                "\"a#b\"|a#b",
                "'a#b'|a#b",
                "\"a'b\"|a'b",
                "'a\"b'|a\"b",
                "\"a\\'b\"|a'b",
                "a\\|a\\",
                "$HOME|$HOME",
            })
    void undoesQuotesAndEscapesAsHaproxyDoes(String written, String read) {
        assertThat(words(written)).containsExactly(read);
    }

    @Test
    void partsWordsAtBlanksAndEndsLinesAtNumberSigns() {
        assertThat(words(" server\ta  b#c d")).containsExactly("server", "a", "b");
        assertThat(words("a\\tb '' \"\"")).containsExactly("a\tb", "", "");
    }

    @Test
    void givesEachWordItsPlace() {
        var lines = Lexer.lines("h.cfg", "# nothing\r\n\n  listen 'l' # x\n\tmode http\n");

        assertThat(lines.stream().flatMap(l -> l.words().stream()).map(w -> w.place() + " " + w.text()))
                .containsExactly("h.cfg:3:3 listen", "h.cfg:3:10 l", "h.cfg:4:2 mode", "h.cfg:4:7 http");
    }

    @Test
    void tellsWordsWithVariablesFromOthers() {
        var words = Lexer.lines("h.cfg", "\"$HOME\" \"${A-b}\" '$HOME' $HOME\n")
                .getFirst()
                .words();

        assertThat(words).extracting(Word::variable).containsExactly(true, true, false, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a \"b|h.cfg:1:3: this quote is not closed; add \" before the line ends",
                "a b'c|h.cfg:1:4: this quote is not closed; add ' before the line ends",
                "a \\xZ1|h.cfg:1:3: \\x wants two hexadecimal digits that are not both 0, such as \\x20",
                "a \"x$\"|h.cfg:1:5: a variable's name begins with a letter or an underscore; write \\$ for a dollar"
                        + " sign",
                "a \"${x\"|h.cfg:1:4: this variable's brace is not closed; add }",
            })
    void refusesWhatHaproxyRefuses(String line, String message) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> words(line)).withMessage(message);
    }

    @Test
    void refusesAFileThatWasCutOff() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Lexer.lines("h.cfg", "listen l\n mode ht"))
                .withMessage("h.cfg:2:9: the last line has no line break, so HAProxy takes the file for cut off; end it"
                        + " with one");
    }

    @Test
    void refusesMoreWordsThanALineMayHave() {
        assertThat(words("a" + " b".repeat(63))).hasSize(64);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> words("a" + " b".repeat(64)))
                .withMessage("h.cfg:1:129: a line has at most 64 words in HAProxy; use shorter or fewer ones");
    }

    @Test
    void refusesFilesThatAreNoText() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> words("a \0"))
                .withMessage("h.cfg:1:3: a NUL character stands here; take it out");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> words("a\rb"))
                .withMessage("h.cfg:1:2: a carriage return stands within the line; end lines with a line feed");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Lexer.lines("h.cfg", "#".repeat(5_000_000)))
                .withMessageStartingWith("h.cfg:1:1: the file is longer than 4194304 characters");
    }
}
