package ringside.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Yaml;
import ringside.config.YamlMap;
import ringside.lesson.Deck.Item;

/** Files of cards on their own: front matter, words between them if one likes, and {@code card} blocks. */
final class DeckFile {
    static final String ENDING = ".md";

    private static final int MOST_CARDS = 300;

    private DeckFile() {}

    /** Reads a file; nothing outside its folder is read. @throws BadInput with the place of what is wrong */
    static Deck read(Path path, String file) {
        return read(file, LessonFile.text(path, file), path.resolveSibling("."));
    }

    /** Reads the text of a file. @throws BadInput with the place of what is wrong */
    static Deck read(String file, String text, Path folder) {
        var lines = text.lines().toList();
        Legible.check(file, lines);
        int end = FrontMatter.end(file, lines);
        var fields = Legible.check(Yaml.read(file, String.join("\n", lines.subList(1, end)), 2))
                .map("id", "title", "needs", "layout", "scenario");
        var scenario = ScenarioSource.read(fields.required("scenario"), file, folder);
        var source = Source.of(file, text, folder);
        var known = Names.in(text, scenario, source.vocabulary());
        var title = fields.required("title").text(FrontMatter::title);
        var steps = new StepsReader(source.with(known), title).read(lines, end + 1);
        var id = fields.required("id").text(FrontMatter::id);
        var needs = fields.optional("needs").map(FrontMatter::needs).orElse(List.of());
        return new Deck(file, id, title, needs, scenario, layout(fields), cards(file, steps));
    }

    private static Lesson.Layout layout(YamlMap fields) {
        var word = fields.optional("layout").map(v -> v.oneOf("ring", "flow")).orElse("flow");
        return Lesson.Layout.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<Item> cards(String file, List<Step> steps) {
        var blocks = steps.stream().flatMap(s -> s.blocks().stream()).toList();
        blocks.stream()
                .filter(b -> !card(b) && !(b instanceof Block.Prose))
                .findFirst()
                .ifPresent(b -> {
                    throw new BadInput(b.at(), "only cards stand in a file of cards; put this block into a lesson");
                });
        var cards =
                blocks.stream().filter(DeckFile::card).map(b -> (Block.Card) b).toList();
        if (cards.isEmpty() || cards.size() > MOST_CARDS) {
            throw new BadInput(
                    Place.startOf(file),
                    cards.isEmpty()
                            ? "there is no card here; write one between ```card and ```"
                            : "there are " + cards.size() + " cards here; " + MOST_CARDS + " is the most in one file");
        }
        Ids.distinct(steps);
        return cards.stream().map(c -> new Item(0, c)).toList();
    }

    private static boolean card(Block block) {
        return block instanceof Block.Card;
    }
}
