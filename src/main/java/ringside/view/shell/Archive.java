package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.concurrent.Task;
import ringside.config.run.Run;
import ringside.lesson.AnkiText;
import ringside.view.Show;
import ringside.view.review.Cards;
import ringside.view.stage.Keepsake;
import ringside.view.stage.Palette;
import ringside.world.World;

/** Opens files and saves runs, and remembers which. FX thread only; what takes long is done away from it. */
final class Archive {
    private final Theatre theatre;
    private final Outside outside;
    private final Sheets sheets;
    private final Consumer<String> tell;
    private Optional<Task<?>> reading = Optional.empty();

    /** Asks and complains on sheets; {@code tell} tells something in a line. */
    Archive(Theatre theatre, Outside outside, Sheets sheets, Consumer<String> tell) {
        this.theatre = theatre;
        this.outside = outside;
        this.sheets = sheets;
        this.tell = tell;
    }

    /** Asks for a file and opens it. */
    void ask() {
        outside.askForFile(near()).ifPresent(this::open);
    }

    /** Opens a file; of several at once the last. */
    void open(String path) {
        reading.ifPresent(Task::cancel);
        reading = Optional.of(Aside.begin(
                () -> outside.open(path),
                opened -> {
                    remember(path);
                    switch (opened) {
                        case Outside.Opened.Setup setup -> askForKind(setup);
                        case Outside.Opened.Saved(var run) -> theatre.replay(run);
                    }
                },
                why -> sheets.problem(text("file.bad"), why)));
    }

    private void askForKind(Outside.Opened.Setup setup) {
        sheets.choose(
                text("file.how"),
                text("file.question", setup.name()),
                List.of(
                        new Sheets.Way(
                                text("file.simulated"),
                                "quiet-button",
                                () -> theatre.explore(setup, World.Kind.SIMULATED)),
                        new Sheets.Way(
                                text("file.live"), "primary-button", () -> theatre.explore(setup, World.Kind.LIVE))));
    }

    /** Asks where, and saves what is on up to now, with the picture that is on the stage now. */
    void save(String title, Show show, Palette palette) {
        var world = show.world();
        long nanos = show.nanosProperty().get();
        long end = Math.max(nanos, world.now());
        var picture = Keepsake.of(show.snapshot(), nanos, show.layoutProperty().get(), palette);
        outside.askWhereToSave(title, near())
                .ifPresent(path -> write(
                        path, () -> new Run(title, world.kind(), world.tape().until(end), picture)));
    }

    /* Of a live world it takes a while to say what happened. */
    private void write(String path, Supplier<Run> run) {
        Consumer<String> saved = sentence -> {
            remember(path);
            tell.accept(sentence);
        };
        var _ = Aside.begin(
                () -> {
                    outside.save(path, run.get());
                    return text("save.done", path);
                },
                saved,
                why -> sheets.problem(text("save.bad"), why));
    }

    /** Asks where, and writes all cards as text that Anki reads. */
    void exportCards(Cards cards) {
        outside.askWhereToSaveCards().ifPresent(path -> {
            var _ = Aside.begin(
                    () -> {
                        outside.saveText(path, AnkiText.write(cards.exported()));
                        return text("save.done", path);
                    },
                    said -> sheets.problem(text("review.export"), said),
                    why -> sheets.problem(text("save.bad"), why));
        });
    }

    /** Asks for such a text, and takes its cards. */
    void importCards(Cards cards) {
        outside.askForCards().ifPresent(path -> {
            var _ = Aside.begin(
                    () -> AnkiText.read(path, outside.readText(path)),
                    read -> sheets.problem(text("review.import"), text("review.imported", cards.take(read))),
                    why -> sheets.problem(text("file.bad"), why));
        });
    }

    private Optional<String> near() {
        return theatre.memoryProperty().get().recents().stream().findFirst();
    }

    private void remember(String path) {
        theatre.memoryProperty().set(theatre.memoryProperty().get().having(path));
    }
}
