package ringside.view.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import ringside.view.Forks;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.view.compare.Comparing;
import ringside.view.review.Reviewing;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.VirtualTime;

/** Everything that can be done from the keyboard, depending on what is on. */
final class Actions {
    private static final double[] SPEEDS = {0.01, 0.05, 0.1, 0.25, 1, 2, 5, 20, 100};

    private static final int GRADES = 4;

    private final Theatre theatre;
    private final Frontdoor door;

    /** What the window itself can do. */
    interface Frontdoor {
        /** Opens the command palette. */
        void find();

        /** Shows the keys. */
        void showKeys();

        /** Shows or hides the legend. */
        void toggleLegend();

        /** Goes on to the next meaning of colours on the stage. */
        void nextLens();

        /** Lets the stage move smoothly or in steps. */
        void toggleMotion();

        /** Asks at what the picture is to stop by itself. */
        void stopWhen();

        /** Asks how far virtual time is to run ahead. */
        void runAhead();

        /** Light or dark. */
        void toggleTheme();

        /** Opens or closes a side pane. */
        void togglePane(boolean left);

        /** Asks what to compare with what is on, or goes where there is something to compare. */
        void compare();

        /** Lists the branches of what is on. */
        void branches();

        /** Shows the table of a comparison, or its stages. */
        void toggleTable();

        /** Asks for a file to open. */
        void openFile();

        /** Asks where, and saves what is on as a run. */
        void saveRun();
    }

    Actions(Theatre theatre, Frontdoor door) {
        this.theatre = theatre;
        this.door = door;
    }

    /** Those that make sense now, in the order in which they are listed. */
    List<Action> now() {
        var actions = new ArrayList<Action>();
        theatre.placeProperty().get().on().ifPresent(show -> {
            addTransport(actions, show);
            addSpeeds(actions, show);
            addStage(actions, show);
            show.forks().ifPresent(forks -> addForks(actions, forks));
        });
        switch (theatre.placeProperty().get()) {
            case Place.Exploring(var _, var show) -> addOwn(actions, show);
            case Place.Learning(var _, var show) -> addOwn(actions, show);
            case Place.Comparing(var _, var comparing, var _) -> addComparing(actions, comparing);
            case Place.Reviewing(var reviewing) -> addReviewing(actions, reviewing);
            case Place.Home _, Place.Opening _ -> {}
        }
        if (!(theatre.placeProperty().get() instanceof Place.Learning)) {
            actions.add(Action.of("compare", "C", "C", door::compare));
        }
        actions.add(Action.unbound("review", theatre::review));
        actions.add(Action.unbound("learnt", () -> theatre.home(Place.Home.Room.LEARNT)));
        actions.add(Action.of("find", "Shortcut+K", "Ctrl K", door::find));
        actions.add(Action.of("keys", "Shift+Slash", "?", door::showKeys));
        actions.add(Action.unbound("theme", door::toggleTheme));
        actions.add(Action.of("open-file", "Shortcut+O", "Ctrl O", door::openFile));
        if (theatre.placeProperty().get().on().isPresent()) {
            actions.add(Action.of("save-run", "Shortcut+S", "Ctrl S", door::saveRun));
        }
        if (!theatre.memoryProperty().get().recents().isEmpty()) {
            actions.add(Action.unbound("forget-files", theatre::forgetFiles));
        }
        actions.add(Action.unbound("home", theatre::home));
        return actions;
    }

    private void addTransport(List<Action> actions, Show show) {
        actions.add(Action.of("play", "Space", "Space", () -> flip(show)));
        actions.add(Action.of("step", "Right", "→", show::stepForward));
        actions.add(Action.of("back", "Left", "←", show::stepBack));
        actions.add(Action.of("decision", "Shift+Right", "Shift →", show::decisionForward));
        actions.add(Action.of("decision-back", "Shift+Left", "Shift ←", show::decisionBack));
        actions.add(Action.sign("previous", KeyCode.OPEN_BRACKET, "[", show::toPreviousMarker));
        actions.add(Action.sign("next", KeyCode.CLOSE_BRACKET, "]", show::toNextMarker));
        actions.add(Action.of("start", "Home", "Home", show::toStart));
        actions.add(Action.of("now", "End", "End", show::toNow));
        actions.add(Action.of("stop-when", "S", "S", door::stopWhen));
        if (show.world() instanceof VirtualTime) {
            actions.add(Action.of("run", "R", "R", door::runAhead));
        }
    }

    private void addForks(List<Action> actions, Forks forks) {
        actions.add(Action.of("branches", "V", "V", door::branches));
        actions.add(Action.of("fork-back", "B", "B", forks::back));
        actions.add(Action.unbound("fork-cancel", forks::cancel));
    }

    private static void flip(Show show) {
        show.playingProperty().set(!show.playingProperty().get());
    }

    private static void ifSo(boolean so, Runnable act) {
        if (so) {
            act.run();
        }
    }

    private void addOwn(List<Action> actions, Show show) {
        addHistory(
                actions,
                () -> ifSo(show.canUndoProperty().get(), show::undo),
                () -> ifSo(show.canRedoProperty().get(), show::redo));
        actions.add(Action.unbound("left-pane", () -> door.togglePane(true)));
        actions.add(Action.unbound("right-pane", () -> door.togglePane(false)));
    }

    private static void addHistory(List<Action> actions, Runnable undo, Runnable redo) {
        actions.add(Action.of("undo", "Shortcut+Z", "Ctrl Z", undo));
        actions.add(Action.of("redo", "Shortcut+Shift+Z", "Ctrl Shift Z", redo));
    }

    private void addComparing(List<Action> actions, Comparing comparing) {
        addHistory(actions, comparing::undo, comparing::redo);
        actions.add(Action.of("compare-table", "T", "T", door::toggleTable));
        actions.add(Action.of("compare-swap", "X", "X", comparing::swap));
        actions.add(Action.unbound("compare-end", theatre::back));
    }

    private static void addReviewing(List<Action> actions, Reviewing reviewing) {
        actions.add(Action.of("review-go", "Space", "Space", reviewing::go));
        actions.add(Action.of("review-enter", "Enter", "Enter", reviewing::go));
        for (int i = 1; i <= GRADES; i++) {
            int number = i;
            var digit = String.valueOf(i);
            actions.add(Action.sign(
                    "review-digit." + digit, KeyCode.getKeyCode(digit), digit, () -> reviewing.digit(number)));
        }
        actions.add(Action.of("review-undo", "Shortcut+Z", "Ctrl Z", reviewing::undo));
        actions.add(Action.of("review-bury", "B", "B", reviewing::bury));
        actions.add(Action.of("review-suspend", "S", "S", reviewing::suspend));
        actions.add(Action.of("review-list", "A", "A", reviewing::toggleList));
    }

    private static void addSpeeds(List<Action> actions, Show show) {
        for (int i = 0; i < SPEEDS.length; i++) {
            double speed = SPEEDS[i];
            var digit = String.valueOf(i + 1);
            var code = KeyCode.getKeyCode(digit);
            actions.add(Action.sign(
                    "speed." + digit, code, digit, () -> show.speedProperty().set(speed)));
        }
    }

    private void addStage(List<Action> actions, Show show) {
        actions.add(Action.of("legend", "L", "L", door::toggleLegend));
        actions.add(Action.of("lens", "K", "K", door::nextLens));
        actions.add(Action.unbound("motion", door::toggleMotion));
        if (show.aheadProperty().get().isPresent()) {
            actions.add(Action.of("cancel-run", "Esc", "Esc", show::cancelRun));
        }
        actions.add(Action.of(
                "deselect", "Esc", "Esc", () -> show.selectionProperty().set(Selection.NOTHING)));
        Consumer<Layout> lay = show.layoutProperty()::set;
        actions.add(Action.unbound("ring", () -> lay.accept(Layout.RING)));
        actions.add(Action.unbound("flow", () -> lay.accept(Layout.FLOW)));
        actions.add(Action.unbound("both", () -> lay.accept(Layout.BOTH)));
        actions.add(Action.unbound(
                "stop-traffic",
                () -> show.apply(
                        new Command.SetTraffic(show.scenario().traffic().arriving(new Arrivals.None())))));
    }
}
