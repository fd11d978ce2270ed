package ringside.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Yaml;
import ringside.config.YamlMap;
import ringside.config.YamlValue;
import ringside.world.Scenario;
import ringside.world.World;

/**
 * The YAML between two lines of {@code ---} with which a lesson's file begins.
 *
 * @param about what the lesson is
 * @param scenario how its world begins
 * @param lines how many lines of the file it takes, the dashes included
 */
record FrontMatter(Lesson.About about, Scenario scenario, int lines) {
    private static final String DASHES = "---";
    private static final int MOST_NEEDS = 50;

    static FrontMatter read(String file, List<String> lines, Path folder) {
        int end = end(file, lines);
        var yaml = Legible.check(Yaml.read(file, String.join("\n", lines.subList(1, end)), 2));
        var fields = yaml.map("id", "title", "minutes", "level", "needs", "world", "layout", "beside", "scenario");
        var about = about(fields);
        return new FrontMatter(about, ScenarioSource.read(fields.required("scenario"), file, folder), end + 1);
    }

    /** How many lines the front matter of a file takes, the dashes that close it left out. */
    static int end(String file, List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(DASHES)) {
            throw new BadInput(
                    Place.startOf(file), "front matter is missing; the first line is ---, then id, title and so on");
        }
        int end = lines.subList(1, lines.size()).indexOf(DASHES) + 1;
        if (end == 0) {
            throw new BadInput(Place.startOf(file), "the front matter that begins here has no end; close it with ---");
        }
        return end;
    }

    private static Lesson.About about(YamlMap fields) {
        var world = World.Kind.valueOf(upper(fields.required("world").oneOf("simulated", "live")));
        boolean live = world == World.Kind.LIVE;
        return new Lesson.About(
                fields.required("id").text(FrontMatter::id),
                fields.required("title").text(FrontMatter::title),
                fields.required("minutes").whole(1, 120),
                Lesson.Level.valueOf(upper(fields.required("level").oneOf("respond", "change", "construct"))),
                fields.optional("needs").map(FrontMatter::needs).orElse(List.of()),
                world,
                Lesson.Layout.valueOf(upper(fields.required("layout").oneOf("ring", "flow", "both"))),
                fields.optional("beside").map(value -> beside(value, live)).orElse(Lesson.Beside.NOTHING));
    }

    private static Lesson.Beside beside(YamlValue value, boolean live) {
        var word = value.oneOf("layer-4", "bytes");
        if (!live) {
            throw value.wrong("asks for " + word + ", which only a live world has; write world: live");
        }
        return Lesson.Beside.valueOf(upper(word.replace('-', '_')));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    static String id(String text) {
        if (!text.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || text.length() > 60) {
            throw new IllegalArgumentException("an id is small letters and digits joined by hyphens, such as the-ring");
        }
        return text;
    }

    static String title(String text) {
        if (text.isBlank() || text.length() > 100 || text.contains("\n")) {
            throw new IllegalArgumentException("a title is one line of 1 to 100 characters");
        }
        return text;
    }

    static List<Need> needs(YamlValue value) {
        var needs = value.list();
        if (needs.size() > MOST_NEEDS) {
            throw value.wrong("names " + needs.size() + " lessons; " + MOST_NEEDS + " is the most");
        }
        return needs.stream()
                .map(n -> new Need(n.text(FrontMatter::id), n.place()))
                .toList();
    }
}
