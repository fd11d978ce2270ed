package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class YamlTest {
    private static void refuses(String text, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Yaml.read("f.yaml", text))
                .withMessage(message);
    }

    @Test
    void givesEachValueItsPlace() {
        var map = Yaml.read("f.yaml", "a: 1\nb:\n  - x\n  - {c: y}\n").map("a", "b");

        assertThat(map.required("a").place()).isEqualTo(new Place("f.yaml", 1, 4));
        assertThat(map.required("b").list().get(1).map("c").required("c").place())
                .isEqualTo(new Place("f.yaml", 4, 9));
    }

    @Test
    void countsLinesFromWhereTheTextBeginsInItsFile() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Yaml.read("lesson.md", "id: x\nid: y\n", 12))
                .withMessage("lesson.md:13:1: key `id` is here a second time; it is set already on line 12");
    }

    @Test
    void readsAnEmptyTextAsNothing() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Yaml.read("f.yaml", "# only a remark\n").map("pool"))
                .withMessage("f.yaml:1:1: this is empty; it should be a map with the keys pool");
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        refuses("a: 1\na: 2\n", "f.yaml:2:1: key `a` is here a second time; it is set already on line 1");
    }

    @Test
    void refusesTags() {
        refuses(
                "a: !!java.net.URL x\n",
                "f.yaml:1:4: tag tag:yaml.org,2002:java.net.URL is not allowed; write the value without it");
    }

    @Test
    void refusesAnchorsBeforeAnythingCouldMultiply() {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(0, 9)
                        .mapToObj(i -> (char) ('b' + i) + ": &" + (char) ('b' + i) + " ["
                                + ("*" + (char) ('a' + i) + ", ").repeat(9) + "]\n")
                        .collect(Collectors.joining());

        refuses(bomb, "f.yaml:1:4: anchors and aliases are not allowed; write the value out each time");
        refuses("a: *b\n", "f.yaml:1:4: anchors and aliases are not allowed; write the value out each time");
    }

    @Test
    void refusesNestingAtItsFiftyFirstLevel() {
        var why = ": this is nested more than 50 deep; it should be flatter";

        refuses("[".repeat(10_000), "f.yaml:1:51" + why);
        refuses("- ".repeat(9_000), "f.yaml:1:101" + why);
        assertThat(Yaml.read("f.yaml", "[".repeat(50) + "]".repeat(50)).isList())
                .isTrue();
    }

    @Test
    void refusesATextOfFourMegabytesUnread() {
        refuses(
                "a: " + "x".repeat(4_000_000),
                "f.yaml:1:1: this has 4000003 characters; it should have 1048576 at most");
    }

    @Test
    void refusesANumberOfAHundredThousandDigits() {
        refuses(
                "a: " + "9".repeat(100_000),
                "f.yaml:1:20001: this line goes on too long; a line has 20000 characters at most");
    }

    @Test
    void refusesAValueThatIsHugeOverManyLines() {
        refuses(
                "a: |\n" + "  xxxxxxxxx\n".repeat(10_000),
                "f.yaml:1:4: this value has 100000 characters; it should have 65536 at most");
    }

    @Test
    void refusesTabs() {
        refuses("a:\n\tb: 1\n", "f.yaml:2:1: a tab stands here; YAML indents with blanks only");
    }

    @Test
    void refusesControlCharactersWithoutRepeatingThem() {
        refuses("a: \u001b[2J\n", "f.yaml:1:4: character U+001B stands here; YAML is printable text only");
    }

    @Test
    void refusesASecondDocument() {
        refuses("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document begins here; one document is all there can be");
    }

    @Test
    void refusesAKeyThatIsNoWord() {
        refuses("? [a]\n: b\n", "f.yaml:1:3: this key is not a word; a key is a single word followed by `:`");
    }

    @Test
    void saysWhereItIsNotYaml() {
        refuses(
                "a: [1, 2\nb: 3\n",
                "f.yaml:1:4: this is not YAML: this bracket is not closed, or a comma is missing before line 2, column"
                        + " 2");
        refuses(
                "a: \"never closed\n",
                "f.yaml:1:4: this is not YAML: what begins here has no end; close its quote or its bracket");
        refuses(
                "a: b\nc\nd: e\n",
                "f.yaml:2:1: this is not YAML: no colon follows this; write a key, a colon and a blank");
        refuses(
                "a: b: c\n",
                "f.yaml:1:5: this is not YAML: no key can stand here; line it up, or put text that has a colon in"
                        + " quotes");
        refuses("a: @b\n", "f.yaml:1:4: this is not YAML: text can't begin with this character; put it in quotes");
        refuses(
                "a: {b} c\n",
                "f.yaml:1:8: this is not YAML: this does not go with what stands before it; line it up, or put text in"
                        + " quotes");
        refuses("%YAML 3.0\n---\na: b\n", "f.yaml:1:1: this is not YAML 1.2; remove the lines that begin with %");
    }
}
