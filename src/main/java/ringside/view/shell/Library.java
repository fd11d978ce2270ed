package ringside.view.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.lesson.Decks;
import ringside.lesson.Lesson;
import ringside.lesson.Lessons;
import ringside.view.review.Cards;

/** The lessons and cards that there are, once they are read. FX thread only. */
final class Library {
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();

    private record Read(Lessons lessons, Decks decks) {
        Stream<String> problems() {
            return Stream.of(lessons.problems(), decks.problems()).flatMap(List::stream);
        }
    }

    /** Reads lessons, and the cards that belong to them, away from the screen; tells the first thing that is wrong. */
    void load(Callable<Lessons> source, Cards cards, Consumer<String> trouble) {
        var _ = Aside.begin(
                () -> {
                    var read = source.call();
                    return new Read(read, Decks.builtIn(read.all(), Locale.getDefault()));
                },
                read -> {
                    lessons.setAll(read.lessons().all());
                    cards.set(read.decks());
                    read.problems().findFirst().ifPresent(trouble);
                },
                trouble);
    }

    /** The lessons, in the order they are taught. */
    ObservableList<Lesson> lessons() {
        return lessons;
    }

    /** The lesson that is taught after another, if there is one. */
    Optional<Lesson> after(Lesson lesson) {
        return lessons.stream()
                .dropWhile(l -> !l.id().equals(lesson.id()))
                .skip(1)
                .findFirst();
    }
}
