package ringside.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.TextFile;

/** Lesson files: Markdown with front matter and fenced blocks; the schema for editors is beside this class. */
public final class LessonFile {
    /** What a lesson's file is called within its folder. */
    public static final String NAME = "lesson.md";

    static final int LARGEST = 256 * 1024;

    private static final Pattern ADDED = Pattern.compile("^\\s*(?:-\\s+)?[\"']?add\\s+([^\\s\"']{1,64})");

    private LessonFile() {}

    /**
     * Reads the lesson of a folder.
     *
     * @param folder the lesson's folder; nothing outside it is read
     * @param name what the folder is called in messages
     * @throws BadInput when there is none, with the place of what is wrong
     */
    public static Lesson read(Path folder, String name) {
        var file = name + "/" + NAME;
        return read(file, TextFile.read(folder.resolve(NAME), file, LARGEST), folder);
    }

    /** Reads the text of a lesson's file. @throws BadInput with the place of what is wrong */
    public static Lesson read(String file, String text, Path folder) {
        var lines = text.lines().toList();
        if (text.length() > LARGEST) {
            throw new BadInput(Place.startOf(file), "this lesson has more than " + LARGEST + " characters; split it");
        }
        var front = FrontMatter.read(file, lines, folder);
        var source = Source.of(file, text);
        var known = source.vocabulary().withServers(servers(front, lines));
        var steps = new StepsReader(source.with(known), front.about().title()).read(lines, front.lines());
        return new Lesson(file, front.about(), front.scenario(), steps);
    }

    /** Servers that the lesson begins with, and those that some command of it adds. */
    private static List<String> servers(FrontMatter front, List<String> lines) {
        return Stream.concat(
                        front.scenario().servers().stream().map(s -> s.id().name()),
                        lines.stream().map(ADDED::matcher).filter(Matcher::find).map(m -> m.group(1)))
                .distinct()
                .toList();
    }
}
