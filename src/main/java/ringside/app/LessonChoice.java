package ringside.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ringside.config.BadInput;
import ringside.config.Nearest;
import ringside.config.Place;
import ringside.lesson.CardCheck;
import ringside.lesson.Deck;
import ringside.lesson.Decks;
import ringside.lesson.Lesson;
import ringside.lesson.LessonCheck;
import ringside.lesson.LessonReport;
import ringside.lesson.Lessons;
import ringside.sim.Replay;
import ringside.world.WorldFactory;

/**
 * Lessons and files of cards that were named on the command line.
 *
 * @param lessons the lessons, with the cards in them
 * @param cards the files of cards
 * @param problems one line for each that could not be read
 */
record LessonChoice(List<Lesson> lessons, List<Deck> cards, List<String> problems) {
    /** All that come with the program, each in a language if it is told in that. */
    static LessonChoice all(Locale language) {
        var lessons = Lessons.checked(language);
        return of(lessons, Decks.checked(lessons.all(), language));
    }

    private static LessonChoice of(Lessons lessons, Decks decks) {
        return new LessonChoice(
                lessons.all(),
                decks.files(),
                Stream.concat(lessons.problems().stream(), decks.problems().stream())
                        .toList());
    }

    /** Those with these ids, and those of these files and folders; what there is not, or can't be read, is a problem. */
    static LessonChoice named(List<String> names, Locale language) {
        var all = new LessonChoice(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var builtIn = names.stream().anyMatch(LessonChoice::mayBeId) ? all(language) : all;
        for (var name : names) {
            try {
                all.add(mayBeId(name) ? builtIn.one(name, language) : outside(name, language));
            } catch (BadInput e) {
                all.problems.add(String.valueOf(e.getMessage()));
            }
        }
        return all;
    }

    private void add(LessonChoice more) {
        lessons.addAll(more.lessons);
        cards.addAll(more.cards);
        problems.addAll(more.problems);
    }

    /** Whether none was found that could be read. */
    boolean nothing() {
        return lessons.isEmpty() && cards.isEmpty();
    }

    private static boolean mayBeId(String name) {
        return name.matches("[a-zA-Z0-9_-]{1,60}");
    }

    /** The one of these with an id, or else the file or folder of that name. */
    private LessonChoice one(String name, Locale language) {
        var lesson = lessons.stream().filter(l -> l.id().equals(name)).toList();
        var deck = cards.stream().filter(d -> d.id().equals(name)).toList();
        if (!lesson.isEmpty() || !deck.isEmpty()) {
            return new LessonChoice(lesson, deck, problemsOf(lesson));
        } else if (Files.exists(Path.of(name))) {
            return outside(name, language);
        }
        var ids = Stream.concat(lessons.stream().map(Lesson::id), cards.stream().map(Deck::id))
                .toList();
        throw new BadInput("no lesson is called " + name + " and there is no such file" + Nearest.hint(name, ids));
    }

    private List<String> problemsOf(List<Lesson> some) {
        return problems.stream()
                .filter(told -> some.stream().anyMatch(l -> told.startsWith(l.home())))
                .toList();
    }

    private static LessonChoice outside(String name, Locale language) {
        var path = Path.of(name);
        if (name.isEmpty() || !Files.exists(path)) {
            throw new BadInput(Place.startOf(name), "there is no such file or folder; check its name");
        }
        return Files.isDirectory(path) ? folder(path, language) : file(name, path);
    }

    private static LessonChoice folder(Path path, Locale language) {
        if (Decks.holds(path)) {
            return of(new Lessons(List.of(), List.of()), Decks.files(path, Path::toString));
        }
        var lessons = Lessons.in(path, language, Path::toString);
        return of(lessons, Decks.in(path, lessons.all(), Path::toString));
    }

    private static LessonChoice file(String name, Path path) {
        if (Decks.holds(InputFile.folder(path))) {
            return new LessonChoice(List.of(), List.of(Decks.file(path, name)), List.of());
        }
        var lesson = Lessons.file(path, name);
        return new LessonChoice(lesson.all(), List.of(), lesson.problems());
    }

    /** What plays each of them, in order. */
    List<Supplier<LessonReport>> checks(WorldFactory worlds) {
        var place = Optional.of(new Programs(DataDirectory.ofThisUser()).workplace());
        Stream<Supplier<LessonReport>> played =
                lessons.stream().map(l -> () -> LessonCheck.check(l, worlds, new Replay(), place));
        return Stream.concat(played, cards.stream().<Supplier<LessonReport>>map(d -> () -> CardCheck.check(d, worlds)))
                .toList();
    }
}
