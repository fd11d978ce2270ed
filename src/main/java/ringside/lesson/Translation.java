package ringside.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.TextFile;
import ringside.lesson.Deck.Item;

/** What stands beside a lesson or a file of cards in another language: {@code lesson.de.md} beside {@code lesson.md}. */
final class Translation {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final String ENDING = ".md";

    private final String file;
    private final String text;

    private Translation(Path path, String file) {
        this.file = file;
        this.text = LessonFile.text(path, file);
    }

    /** What a file's translation is called. */
    static String name(String file, String language) {
        return file.substring(0, file.length() - ENDING.length()) + "." + language + ENDING;
    }

    /** The language that a file's name tells, such as {@code de} of {@code lesson.de.md}. */
    static Optional<String> language(String name) {
        var parts = name.split("\\.", -1);
        return parts.length == 3 && name.endsWith(ENDING) ? Optional.of(parts[1]) : Optional.empty();
    }

    /** What the file is called that another is a translation of. */
    static String origin(String file) {
        return file.replaceFirst("\\.[^./]+\\.md$", ENDING);
    }

    /** The languages into which a file is translated. @throws BadInput when one of its neighbours is named after none */
    static List<String> languages(Path original, String file) {
        var stem = name(original);
        var begin = stem.substring(0, stem.length() - ENDING.length() + 1);
        try (var files = Files.list(original.resolveSibling("."))) {
            var languages = new ArrayList<String>();
            for (var name : files.map(Translation::name).sorted().toList()) {
                language(name).filter(_ -> name.startsWith(begin)).ifPresent(languages::add);
            }
            languages.stream().filter(l -> !LANGUAGES.contains(l)).findFirst().ifPresent(l -> {
                throw new BadInput(
                        Place.startOf(name(file, l)),
                        "a translation is called after its language, such as " + name(stem, "de"));
            });
            return languages;
        } catch (IOException e) {
            throw new BadInput(Place.startOf(file), "what lies beside it can't be read: " + TextFile.reason(e));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The same lesson in another language. @throws BadInput with the place where it is wrong, or not the same */
    static Lesson of(Lesson original, Path path, String language) {
        var it = new Translation(path.resolveSibling(name(name(path), language)), name(original.file(), language));
        var lesson = LessonFile.read(it.file, it.text, path.resolveSibling("."));
        var likeness = it.beside(path, original.file());
        likeness.heads();
        likeness.steps(original.steps(), lesson.steps());
        var steps = new ArrayList<Step>();
        for (var step : lesson.steps()) {
            var blocks = original.steps().get(step.number() - 1).blocks();
            steps.add(new Step(step.number(), step.title(), step.at(), named(blocks, step.blocks())));
        }
        return new Lesson(it.file, lesson.digest(), original.origin(), lesson.about(), lesson.scenario(), steps);
    }

    /** The same cards in another language. @throws BadInput with the place where they are wrong, or not the same */
    static Deck of(Deck original, Path path, String language) {
        var it = new Translation(path.resolveSibling(name(name(path), language)), name(original.file(), language));
        var deck = DeckFile.read(it.file, it.text, path.resolveSibling("."));
        var likeness = it.beside(path, original.file());
        likeness.heads();
        var these = original.items().stream().map(Item::card).toList();
        var those = deck.items().stream().map(Item::card).toList();
        likeness.blocks(these, those, Place.startOf(it.file));
        var items = named(these, those).stream()
                .map(card -> new Item(0, (Block.Card) card))
                .toList();
        return new Deck(it.file, deck.id(), deck.title(), deck.needs(), deck.scenario(), deck.layout(), items);
    }

    private Likeness beside(Path original, String called) {
        var first = LessonFile.text(original, called);
        return new Likeness(
                new Likeness.Written(called, first.lines().toList()),
                new Likeness.Written(file, text.lines().toList()));
    }

    /* A card without a name is known by what its original asks. */
    private static List<Block> named(List<? extends Block> originals, List<? extends Block> blocks) {
        var named = new ArrayList<Block>();
        for (var block : blocks) {
            named.add(
                    block instanceof Block.Card card && originals.get(named.size()) instanceof Block.Card original
                            ? new Block.Card(
                                    card.at(), original.id(), card.front(), card.back(), card.question(), card.scene())
                            : block);
        }
        return named;
    }

    /**
     * Which translations are read.
     *
     * @param wanted the language that is wanted, if there is one
     * @param all whether the others are read as well, to see what is wrong with them
     */
    record Reading(Optional<String> wanted, boolean all) {
        /** None. */
        static final Reading ORIGINALS = new Reading(Optional.empty(), false);

        /** Those of a language. */
        static Reading in(Locale language) {
            return new Reading(Optional.of(language.getLanguage()), false);
        }

        /** All, of which one language is wanted. */
        static Reading all(Locale language) {
            return new Reading(Optional.of(language.getLanguage()), true);
        }

        /** A lesson or a deck in another language. */
        @FunctionalInterface
        interface Reader<T> {
            T in(String language);
        }

        /** What it is in the language that is wanted, or the original where it is not told in that; what is wrong is added. */
        <T> T read(T original, Path path, String file, Reader<T> reader, Collection<String> problems) {
            var told = original;
            for (var language : languages(path, file, problems)) {
                try {
                    var it = reader.in(language);
                    told = wanted.equals(Optional.of(language)) ? it : told;
                } catch (BadInput e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
            return told;
        }

        private List<String> languages(Path path, String file, Collection<String> problems) {
            try {
                return all
                        ? Translation.languages(path, file)
                        : wanted.filter(l -> Files.exists(path.resolveSibling(name(name(path), l)))).stream()
                                .toList();
            } catch (BadInput e) {
                problems.add(String.valueOf(e.getMessage()));
                return List.of();
            }
        }
    }
}
