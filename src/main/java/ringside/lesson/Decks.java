package ringside.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.lesson.Translation.Reading;

/**
 * All cards there are: each lesson's, and those of files on their own.
 *
 * @param all the decks, lessons first
 * @param problems one line for each file that could not be read: where, what, and what would be right
 */
public record Decks(List<Deck> all, List<String> problems) {
    /** The folder of files of cards, beside the folders of lessons. */
    static final String FOLDER = "cards";

    private static final String INDEX = "index.txt";
    private static final int MOST = 200;

    public Decks {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** The cards of these lessons, and the files of cards that come with the program. */
    public static Decks builtIn(List<Lesson> lessons) {
        return builtIn(lessons, Reading.ORIGINALS);
    }

    /** The same, the files in a language where they are told in that. */
    public static Decks builtIn(List<Lesson> lessons, Locale language) {
        return builtIn(lessons, Reading.in(language));
    }

    /** The same, and what is wrong with any translation of the files. */
    public static Decks checked(List<Lesson> lessons, Locale language) {
        return builtIn(lessons, Reading.all(language));
    }

    private static Decks builtIn(List<Lesson> lessons, Reading reading) {
        return Lessons.shipped(folder -> {
            var cards = folder.resolve(FOLDER);
            var names = Files.readAllLines(cards.resolve(INDEX));
            var needs = new Needs(lessons, Lessons.shippedIds());
            return of(lessons, names.stream().map(cards::resolve).toList(), Decks::name, needs, reading);
        });
    }

    private static String name(Path file) {
        return FOLDER + "/" + file.getFileName();
    }

    /** The cards of these lessons, and the files of cards beside them in a folder, in the order of their names. */
    public static Decks in(Path folder, List<Lesson> lessons) {
        return in(folder, lessons, Decks::name);
    }

    /** The same, where a function says what a file is called in messages. */
    public static Decks in(Path folder, List<Lesson> lessons, Function<Path, String> called) {
        var cards = folder.resolve(FOLDER);
        return Files.isDirectory(cards) ? beside(lessons, cards, called) : of(lessons);
    }

    private static Decks of(List<Lesson> lessons) {
        return new Decks(lessons.stream().map(Deck::of).toList(), List.of());
    }

    /** The files of cards of a folder that {@linkplain #holds holds} them. */
    public static Decks files(Path folder, Function<Path, String> called) {
        return beside(List.of(), folder, called);
    }

    private static Decks beside(List<Lesson> lessons, Path cards, Function<Path, String> called) {
        var needs = new Needs(lessons, Lessons.besides(cards));
        return of(lessons, list(cards), called, needs, Reading.all(Locale.ROOT));
    }

    /** One file of cards, and what it is called in messages. @throws BadInput with the place of what is wrong */
    public static Deck file(Path file, String name) {
        if (translation(file)) {
            var called = Translation.origin(name);
            var origin = file.resolveSibling(Translation.origin(String.valueOf(file.getFileName())));
            var language =
                    Translation.language(String.valueOf(file.getFileName())).orElseThrow();
            return Translation.of(DeckFile.read(origin, called), origin, language);
        }
        var deck = DeckFile.read(file, name);
        new Needs(List.of(), Lessons.besides(file.resolveSibling(".")))
                .problems(deck.needs()).stream().findFirst().ifPresent(problem -> {
                    throw new BadInput(problem);
                });
        return deck;
    }

    /** Whether files in a folder are files of cards: it is called cards. */
    public static boolean holds(Path folder) {
        var name = folder.toAbsolutePath().normalize().getFileName();
        return name != null && name.toString().equals(FOLDER);
    }

    private static List<Path> list(Path folder) {
        try (var entries = Files.list(folder)) {
            var files = entries.filter(f -> f.toString().endsWith(DeckFile.ENDING) && !translation(f))
                    .limit(MOST + 1L)
                    .sorted()
                    .toList();
            if (files.size() > MOST) {
                throw new BadInput(
                        Place.startOf(folder.toString()),
                        "there are more than " + MOST + " files of cards here; spread them over several folders");
            }
            return files;
        } catch (IOException e) {
            throw new BadInput(Place.startOf(folder.toString()), "this folder can't be read; name a folder of cards");
        }
    }

    private static boolean translation(Path file) {
        var name = String.valueOf(file.getFileName());
        return Translation.language(name).isPresent() && Files.exists(file.resolveSibling(Translation.origin(name)));
    }

    private static Decks of(
            List<Lesson> lessons, List<Path> files, Function<Path, String> called, Needs needs, Reading reading) {
        var decks = new ArrayList<>(lessons.stream().map(Deck::of).toList());
        var problems = new ArrayList<String>();
        var ids = new HashSet<>(decks.stream().map(Deck::id).toList());
        for (var file : files) {
            var name = called.apply(file);
            try {
                var deck = DeckFile.read(file, name);
                if (!ids.add(deck.id())) {
                    throw new BadInput(Place.startOf(name), "the id " + deck.id() + " is taken; choose another");
                }
                problems.addAll(needs.problems(deck.needs()));
                decks.add(reading.read(deck, file, name, language -> Translation.of(deck, file, language), problems));
            } catch (BadInput e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Decks(decks, problems);
    }

    /** Those that are no lesson's. */
    public List<Deck> files() {
        return all.stream().filter(d -> !d.ofLesson()).toList();
    }

    /** How many cards there are. */
    public int cards() {
        return all.stream().mapToInt(d -> d.items().size()).sum();
    }

    /** What those cards are known by that may be asked, in order. */
    public List<String> admitted(Deck.Reached reached) {
        return all.stream()
                .flatMap(d ->
                        d.items().stream().filter(i -> d.admits(i, reached)).map(i -> d.key(i.card())))
                .toList();
    }

    /** Where a card stands. */
    public record Found(Deck deck, Deck.Item item) {}

    /** The card that is known by this. */
    public Optional<Found> find(String key) {
        return all.stream()
                .flatMap(d -> d.items().stream()
                        .filter(i -> d.key(i.card()).equals(key))
                        .map(i -> new Found(d, i)))
                .findFirst();
    }
}
