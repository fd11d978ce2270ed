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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.TextFile;
import ringside.lesson.Translation.Reading;

/**
 * Lessons to choose from, in their order.
 *
 * @param all those that could be read
 * @param problems one line for each that could not, for what is needed and not there, and for translations that stray:
 *     where, what, and what would be right
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
        return shipped(folder -> indexed(folder, Reading.ORIGINALS));
    }

    /** The same in a language, each that is told in it. */
    public static Lessons builtIn(Locale language) {
        return shipped(folder -> indexed(folder, Reading.in(language)));
    }

    /** The same, and what is wrong with any translation of them. */
    public static Lessons checked(Locale language) {
        return shipped(folder -> indexed(folder, Reading.all(language)));
    }

    /** The ids of those that come with the program. */
    static Set<String> shippedIds() {
        return shipped(folder -> Files.readAllLines(folder.resolve(INDEX)).stream()
                .map(name -> name.replaceFirst("^[0-9]+-", ""))
                .collect(Collectors.toSet()));
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
    private static Lessons indexed(Path folder, Reading reading) throws IOException {
        var names = Files.readAllLines(folder.resolve(INDEX));
        return read(names.stream().map(folder::resolve).toList(), Lessons::name, reading)
                .needing(Set.of());
    }

    /** The lessons of a folder as they were written first. @throws BadInput when it can't be read or holds no lesson */
    public static Lessons in(Path folder) {
        return in(folder, Locale.ROOT);
    }

    /**
     * The lessons of a folder: the one it holds itself, or those of its folders in the order of their names; each in a
     * language if it is told in that. In messages each is called by the name of its folder alone.
     *
     * @throws BadInput when it can't be read or holds no lesson
     */
    public static Lessons in(Path folder, Locale language) {
        return in(folder, language, Lessons::name);
    }

    private static String name(Path folder) {
        return String.valueOf(folder.normalize().getFileName());
    }

    /** The same, where a function says what a lesson's folder is called in messages. */
    public static Lessons in(Path folder, Locale language, Function<Path, String> called) {
        var reading = Reading.all(language);
        if (Files.exists(folder.resolve(LessonFile.NAME))) {
            return read(List.of(folder), called, reading).needing(besides(folder));
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
            return read(folders, called, reading).needing(shippedIds());
        } catch (IOException e) {
            throw new BadInput(Place.startOf(folder.toString()), "this folder can't be read; name a folder of lessons");
        }
    }

    /** The same with what they need, which may be among others. Where some can't be read, nobody knows what is there. */
    private Lessons needing(Set<String> others) {
        var all = new ArrayList<>(problems);
        if (problems.isEmpty()) {
            all.addAll(new Needs(this.all, others).problems());
        }
        return new Lessons(this.all, all);
    }

    /** The ids of lessons that a lesson may need: those beside its folder, as they say at their beginning, and those shipped. */
    static Set<String> besides(Path folder) {
        var ids = new TreeSet<>(shippedIds());
        var parent = Optional.ofNullable(folder.toAbsolutePath().normalize().getParent());
        try (var entries = Files.list(parent.orElse(folder))) {
            entries.map(f -> f.resolve(LessonFile.NAME))
                    .filter(Files::isRegularFile)
                    .limit(MOST)
                    .forEach(file -> LessonFile.id(file).ifPresent(ids::add));
        } catch (IOException _) {
            return ids;
        }
        return ids;
    }

    /**
     * The lesson of a file, or what it is translated into when the file is a translation of the lesson beside it.
     *
     * @param name what the file is called in messages
     * @throws BadInput with the place of what is wrong
     */
    public static Lessons file(Path path, String name) {
        var language = Translation.language(String.valueOf(path.getFileName()));
        var origin = path.resolveSibling(LessonFile.NAME);
        var folder = path.resolveSibling(".");
        if (language.isEmpty() || !Files.exists(origin)) {
            var lesson = LessonFile.read(name, TextFile.read(path, name, LessonFile.LARGEST), folder);
            return new Lessons(List.of(lesson), List.of()).needing(besides(folder));
        }
        var called = Translation.origin(name);
        var original = LessonFile.read(called, TextFile.read(origin, called, LessonFile.LARGEST), folder);
        return new Lessons(List.of(Translation.of(original, origin, language.get())), List.of());
    }

    private static Lessons read(List<Path> folders, Function<Path, String> called, Reading reading) {
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
                var file = folder.resolve(LessonFile.NAME);
                lessons.add(reading.read(
                        lesson, file, lesson.file(), language -> Translation.of(lesson, file, language), problems));
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
