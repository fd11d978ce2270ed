package ringside.view.shell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.KeptNotebook;
import ringside.app.workshop.LocalWorkplace;
import ringside.config.BadInput;
import ringside.config.run.Run;
import ringside.config.run.RunFile;
import ringside.lesson.Lesson;
import ringside.lesson.Lessons;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.Progress;
import ringside.lesson.workshop.Workplace;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.view.Show;
import ringside.world.Simulator;
import ringside.world.WorldFactory;

/** A window, usually on simulated worlds alone, and ways to wait for what it shows. */
final class Rig {
    private static final int PATIENCE_SECONDS = 40;

    final Theatre theatre;
    final Shell shell;
    final Desk desk;

    private Rig(Theatre theatre, Shell shell, Desk desk) {
        this.theatre = theatre;
        this.shell = shell;
        this.desk = desk;
    }

    /** Opens a window as large as the headless screen allows. */
    static Rig on(Stage stage) {
        return on(stage, (_, scenario) -> new SimulatedWorld(scenario));
    }

    /** The same on worlds that are opened so. */
    static Rig on(Stage stage, WorldFactory worlds) {
        return on(stage, worlds, Notebook.ofToday(), new Desk());
    }

    /** The same with what a learner did before, on a desk. */
    static Rig on(Stage stage, Notebook notebook, Desk desk) {
        return on(stage, (_, scenario) -> new SimulatedWorld(scenario), notebook, desk);
    }

    /** The same on worlds that are opened so. */
    static Rig on(Stage stage, WorldFactory worlds, Notebook notebook, Desk desk) {
        return on(stage, worlds, new Replay(), notebook, desk);
    }

    /** The same with stories that are told so. */
    static Rig on(Stage stage, WorldFactory worlds, Simulator simulator, Notebook notebook, Desk desk) {
        var theatre = new Theatre(worlds, simulator, Memory.FRESH.with(ThemeChoice.LIGHT), notebook);
        var shell = new Shell(theatre, desk);
        stage.setScene(shell.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
        return new Rig(theatre, shell, desk);
    }

    /** Waits until something holds on the FX thread. */
    static void until(String what, BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Goes somewhere to explore, and waits for it. */
    Show explore(FxRobot robot, String id) {
        robot.clickOn("#top-explore");
        until("the worlds are there", () -> node("#start-" + id).isPresent());
        robot.clickOn("#start-" + id);
        until("the world is open", () -> theatre.placeProperty().get() instanceof Place.Exploring);
        return theatre.placeProperty().get().on().orElseThrow();
    }

    /** Begins a lesson, and waits for it. */
    Place.Learning learn(String id) {
        until("the lessons are read", () -> !theatre.lessons().isEmpty());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> theatre.learn(lesson(id)));
        until("the lesson is open", () -> theatre.placeProperty().get() instanceof Place.Learning);
        return (Place.Learning) theatre.placeProperty().get();
    }

    /** Begins the lesson in which every kind of question is asked. */
    Place.Learning learnEveryKind() {
        var lesson =
                Lessons.in(Path.of("src", "test", "resources", "lessons")).all().getFirst();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> theatre.learn(lesson));
        until("the lesson is open", () -> theatre.placeProperty().get() instanceof Place.Learning);
        return (Place.Learning) theatre.placeProperty().get();
    }

    private Lesson lesson(String id) {
        return theatre.lessons().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A node that can be seen. */
    Optional<Node> node(String query) {
        return shell.scene().getRoot().lookupAll(query).stream()
                .filter(Rig::seen)
                .findFirst();
    }

    /** What a label or button that is there says; nothing when there is none. */
    String words(String query) {
        return node(query)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static boolean seen(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Reaches a node as the keyboard does. */
    void tabTo(FxRobot robot, String query) {
        for (int i = 0; i < 120; i++) {
            var focus = shell.scene().getFocusOwner();
            if (focus != null
                    && focus.isFocusVisible()
                    && node(query).filter(focus::equals).isPresent()) {
                return;
            }
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new AssertionError("Tab never reaches " + query);
    }

    void close() {
        shell.close();
    }

    /** A desktop whose files are in memory; whoever asks for one is given the same one. */
    static final class Desk implements Outside {
        /** The file that is chosen, if any is. */
        Optional<String> chosen = Optional.of("lab.yaml");

        /** The lessons there are. */
        Lessons lessons = Lessons.builtIn();

        /** What is in the files. */
        final Map<String, byte[]> files = new ConcurrentHashMap<>();

        @Override
        public Lessons lessons() {
            return lessons;
        }

        /** Who is told of the lessons of a folder; nobody when none is watched. */
        volatile Optional<Consumer<Lessons>> watching = Optional.empty();

        @Override
        public Optional<String> askForLessons() {
            return Optional.of("my-lessons");
        }

        @Override
        public Watched watch(String folder, Consumer<Lessons> told) {
            watching = Optional.of(told);
            return new Watched() {
                @Override
                public String folder() {
                    return folder;
                }

                @Override
                public void close() {
                    watching = Optional.empty();
                }
            };
        }

        /** Where configurations are run. */
        Workplace workplace = new LocalWorkplace(_ -> Optional.empty(), (_, _) -> {});

        @Override
        public Workplace workplace() {
            return workplace;
        }

        @Override
        public Optional<String> askForFile(Optional<String> near) {
            return chosen;
        }

        @Override
        public Optional<String> askWhereToSave(String title, Optional<String> near) {
            return chosen;
        }

        @Override
        public Opened open(String path) {
            var bytes = files.get(path);
            if (bytes == null) {
                throw new BadInput("lab.yaml:3:5: `wieght` is not known here; did you mean `weight`?");
            }
            return new Opened.Saved(RunFile.read(path, bytes));
        }

        @Override
        public void save(String path, Run run) {
            files.put(path, RunFile.write(run, "Ringside"));
        }

        @Override
        public Optional<Sight> look(String path) {
            return Optional.ofNullable(files.get(path))
                    .map(bytes -> new Sight(1_800_000_000_000L, Optional.of(RunFile.preview(path, bytes))));
        }

        @Override
        public Optional<String> askForProgress() {
            return chosen;
        }

        @Override
        public Optional<String> askWhereToSaveProgress() {
            return chosen;
        }

        @Override
        public Progress readProgress(String path) {
            return KeptNotebook.open(Path.of(path));
        }

        @Override
        public void saveProgress(String path, Progress progress) {
            KeptNotebook.save(Path.of(path), progress);
        }

        @Override
        public Optional<String> askForCards() {
            return chosen;
        }

        @Override
        public Optional<String> askWhereToSaveCards() {
            return chosen;
        }

        @Override
        public String readText(String path) {
            return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        }

        @Override
        public void saveText(String path, String text) {
            files.put(path, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void browse(String link) {
            throw new AssertionError("nobody asked for " + link);
        }
    }
}
