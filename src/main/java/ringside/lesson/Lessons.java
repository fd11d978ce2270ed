package ringside.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ringside.config.BadInput;
import ringside.config.Place;

/**
 * Lessons to choose from, in their order.
 *
 * @param all those that could be read
 * @param problems one line for each that could not: where, what, and what would be right
 */
public record Lessons(List<Lesson> all, List<String> problems) {
    private static final int MOST = 1000;
    private static final String INDEX = "index.txt";

    public Lessons {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** The lessons that come with the program. */
    public static Lessons builtIn() {
        return shipped(Lessons::indexed);
    }

    /** Something that is read in a folder. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Path folder) throws IOException;
    }

    /** Reads something in the folder of lessons that comes with the program. */
    static <T> T shipped(Reader<T> reader) {
        var index = Lessons.class.getResource("/ringside/lessons/" + INDEX);
        if (index == null) {
            throw new IllegalStateException("this program was built without its lessons");
        }
        try {
            return index.getProtocol().equals("jar")
                    ? inJar(index, reader)
                    : reader.read(Path.of(index.toURI()).resolveSibling("."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T inJar(URL index, Reader<T> reader) throws IOException {
        var parts = index.toString().substring("jar:".length()).split("!", 2);
        try (var jar = FileSystems.newFileSystem(Path.of(URI.create(parts[0])))) {
            return reader.read(jar.getPath(parts[1]).resolveSibling(""));
        }
    }

    /* A folder within a jar can't be relied upon to be listed: an index beside the lessons names them. */
    private static Lessons indexed(Path folder) throws IOException {
        var names = Files.readAllLines(folder.resolve(INDEX));
        return read(names.stream().map(folder::resolve).toList(), Lessons::name);
    }

    /**
     * The lessons of a folder: the one it holds itself, or those of its folders in the order of their names. In messages
     * each is called by the name of its folder alone.
     *
     * @throws BadInput when it can't be read or holds no lesson
     */
    public static Lessons in(Path folder) {
        return in(folder, Lessons::name);
    }

    private static String name(Path folder) {
        return String.valueOf(folder.normalize().getFileName());
    }

    /** The same, where a function says what a lesson's folder is called in messages. */
    public static Lessons in(Path folder, Function<Path, String> called) {
        if (Files.exists(folder.resolve(LessonFile.NAME))) {
            return read(List.of(folder), called);
        }
        try (var entries = Files.list(folder)) {
            var folders = entries.filter(f -> Files.exists(f.resolve(LessonFile.NAME)))
                    .limit(MOST + 1L)
                    .sorted()
                    .toList();
            if (folders.isEmpty() || folders.size() > MOST) {
                throw new BadInput(
                        Place.startOf(folder.toString()),
                        folders.isEmpty()
                                ? "there is no lesson here; put one into a folder of its own, as 01-name/lesson.md"
                                : "there are more than " + MOST + " lessons here; spread them over several folders");
            }
            return read(folders, called);
        } catch (IOException e) {
            throw new BadInput(Place.startOf(folder.toString()), "this folder can't be read; name a folder of lessons");
        }
    }

    private static Lessons read(List<Path> folders, Function<Path, String> called) {
        var lessons = new ArrayList<Lesson>();
        var problems = new ArrayList<String>();
        Map<String, String> files = new HashMap<>();
        for (var folder : folders) {
            try {
                var lesson = LessonFile.read(folder, called.apply(folder));
                var before = files.putIfAbsent(lesson.id(), lesson.file());
                if (before != null) {
                    throw new BadInput(
                            Place.startOf(lesson.file()),
                            "the id " + lesson.id() + " is taken by " + before + "; give this lesson another");
                }
                lessons.add(lesson);
            } catch (BadInput e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Lessons(lessons, problems);
    }

    /** The lesson with this id. */
    public Optional<Lesson> find(String id) {
        return all.stream().filter(l -> l.id().equals(id)).findFirst();
    }
}
