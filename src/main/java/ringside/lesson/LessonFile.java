package ringside.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.config.BadInput;
import ringside.config.Digest;
import ringside.config.Place;
import ringside.config.ScenarioFile;
import ringside.config.TextFile;
import ringside.world.World;

/** Lesson files: Markdown with front matter and fenced blocks; the schema for editors is beside this class. */
public final class LessonFile {
    /** What a lesson's file is called within its folder. */
    public static final String NAME = "lesson.md";

    static final int LARGEST = 256 * 1024;

    private static final Pattern ID = Pattern.compile("(?m)^id:\\s*[\"']?([a-z][a-z0-9-]*)");

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
        return read(file, text(folder.resolve(NAME), file), folder);
    }

    /** The text of a file that was found, not named: a link may lead anywhere, and a pipe may never end. */
    static String text(Path path, String file) {
        if (Files.isSymbolicLink(path)
                || (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path))) {
            throw new BadInput(Place.startOf(file), "this is a link or a device; put the file itself here");
        }
        return TextFile.read(path, file, LARGEST);
    }

    /** The id that a lesson's file says near its beginning, whatever else is wrong with it. */
    static Optional<String> id(Path path) {
        try {
            var text = text(path, NAME);
            return ID.matcher(text).results().map(found -> found.group(1)).findFirst();
        } catch (BadInput _) {
            return Optional.empty();
        }
    }

    /** Reads the text of a lesson's file. @throws BadInput with the place of what is wrong */
    public static Lesson read(String file, String text, Path folder) {
        var lines = text.lines().toList();
        if (text.length() > LARGEST) {
            throw new BadInput(Place.startOf(file), "this lesson has more than " + LARGEST + " characters; split it");
        }
        Legible.check(file, lines);
        var front = FrontMatter.read(file, lines, folder);
        var source = Source.of(file, text, folder);
        var known = Names.in(text, front.scenario(), source.vocabulary());
        var steps = new StepsReader(source.with(known), front.about().title()).read(lines, front.lines());
        Ids.distinct(steps);
        refuseWorkshops(front.about(), steps);
        var digest = Digest.of(text + ScenarioFile.write(front.scenario()));
        return new Lesson(file, digest, digest, front.about(), front.scenario(), steps);
    }

    private static void refuseWorkshops(Lesson.About about, List<Step> steps) {
        var workshops = steps.stream().flatMap(s -> s.blocks(Block.Build.class).stream());
        if (about.world() != World.Kind.LIVE) {
            workshops.findFirst().ifPresent(w -> {
                throw new BadInput(w.at(), "a workshop runs real servers; write world: live in the head");
            });
        }
    }
}
