package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.sim.SimulatedWorld;

final class DecksTest {
    private static final String HEAD = """
        ---
        id: mine
        title: Mine
        needs: [draft]
        scenario:
          pool: {servers: [{name: A}, {name: B}]}
          traffic: {arrivals: {constant: 10/s}}
        ---
        # Mine

        """;
    private static final String CARD = "```card\nid: one\nfront: What now?\nback: \"{arrived} came.\"\n```\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve("cards")).resolve(name), text);
    }

    private static Decks builtIn() {
        return Decks.builtIn(Lessons.builtIn().all());
    }

    @Test
    void areAtLeastEightyCardsOfWhichMostAskForAnAnswer() {
        var decks = builtIn();
        assertThat(decks.problems()).isEmpty();
        assertThat(decks.cards()).isGreaterThanOrEqualTo(80);
        var own = decks.files().stream().flatMap(d -> d.items().stream()).toList();
        assertThat(own).hasSizeGreaterThanOrEqualTo(45);
        assertThat(own.stream().filter(i -> i.card().question().isPresent())).hasSizeGreaterThan(own.size() / 2);
        var names = new HashSet<String>();
        decks.all()
                .forEach(d -> d.items()
                        .forEach(i -> assertThat(names.add(d.key(i.card())))
                                .as(d.key(i.card()))
                                .isTrue()));
    }

    static Stream<Deck> files() {
        return builtIn().files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areAnsweredRightAndWrong(Deck deck) {
        var report = CardCheck.check(deck, (_, s) -> new SimulatedWorld(s));
        assertThat(report.failures()).isEmpty();
        assertThat(report.cards()).isEqualTo(deck.items().size()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void areTheSameEachTime() {
        for (var deck : builtIn().files()) {
            assertThat(CardCheck.check(deck, (_, s) -> new SimulatedWorld(s)).lines())
                    .isEqualTo(CardCheck.check(deck, (_, s) -> new SimulatedWorld(s))
                            .lines());
        }
    }

    @Test
    void areNamedInTheIndexWithoutException() throws IOException {
        var cards = Path.of("lessons", "cards");
        try (var files = Files.list(cards).filter(f -> f.toString().endsWith(".md"))) {
            assertThat(files.map(f -> f.getFileName().toString()).sorted().toList())
                    .isEqualTo(Files.readAllLines(cards.resolve("index.txt")));
        }
    }

    @Test
    void areReadBesideLessons() throws IOException {
        file("mine.md", HEAD + CARD);
        file("twice.md", HEAD + CARD);
        var decks =
                Decks.in(folder, List.of(Draft.read("## One\n" + CARD + "\n## Two\n" + CARD.replace("one", "two"))));
        assertThat(decks.all()).extracting(Deck::id).containsExactly("draft", "mine");
        assertThat(decks.problems()).containsExactly("cards/twice.md:1:1: the id mine is taken; choose another");
        assertThat(decks.find("mine/one")).isPresent();
        assertThat(decks.find("draft/two").orElseThrow().item().step()).isEqualTo(2);
        assertThat(decks.find("draft/three")).isEmpty();
    }

    @Test
    void enterWhenTheirStepWasReached() throws IOException {
        file("mine.md", HEAD + CARD);
        var decks =
                Decks.in(folder, List.of(Draft.read("## One\n" + CARD + "\n## Two\n" + CARD.replace("one", "two"))));
        assertThat(admitted(decks, 0)).isEmpty();
        assertThat(admitted(decks, 1)).containsExactly("draft/one");
        assertThat(admitted(decks, 2)).containsExactly("draft/one", "draft/two");
        assertThat(admitted(decks, Integer.MAX_VALUE)).containsExactly("draft/one", "draft/two", "mine/one");
    }

    private static List<String> admitted(Decks decks, int step) {
        return decks.admitted(_ -> step);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "```card\\n"
                        + "front: A\\n"
                        + "back: B | cards/mine.md:11:1: this block is not closed; end it with a line of ```",
                "```do\\n"
                        + "remove A\\n"
                        + "``` | cards/mine.md:11:1: only cards stand in a file of cards; put this block into a lesson",
                "Words alone. | cards/mine.md:1:1: there is no card here; write one between ```card and ```",
                "```card\\nfront: '{nobody_knows}'\\nback: B\\n``` | cards/mine.md:12:10: there is no fact",
                "```card\\n"
                        + "front: A\\n"
                        + "back: B\\n"
                        + "scene: {scenario: ../../secret.yaml}\\n"
                        + "``` | cards/mine.md:14:19: `scenario` leads elsewhere",
            })
    void areRefusedWithThePlace(String body, String problem) throws IOException {
        var path = file("mine.md", HEAD + body.replace("\\n", "\n") + "\n");
        assertThatThrownBy(() -> Decks.file(path, "cards/mine.md")).hasMessageContaining(problem);
    }

    @Test
    void areRefusedWhenTwoCardsHaveOneName() throws IOException {
        var path = file("mine.md", HEAD + CARD + "\n" + CARD);
        assertThatThrownBy(() -> Decks.file(path, "cards/mine.md"))
                .hasMessage("cards/mine.md:17:1: there is a card one already; give this one an id of its own");
    }

    @Test
    void areRefusedWhenAFileIsTooLong() throws IOException {
        var path = file("mine.md", HEAD + "x".repeat(300_000));
        assertThatThrownBy(() -> Decks.file(path, "cards/mine.md")).hasMessageContaining("cards/mine.md");
    }
}
