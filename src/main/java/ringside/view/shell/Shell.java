package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.lesson.LessonRun;
import ringside.view.Pulse;
import ringside.view.Show;
import ringside.view.compare.Challenge;
import ringside.view.compare.ComparePane;
import ringside.view.compare.Comparing;
import ringside.view.compare.Contest;
import ringside.view.compare.Contestant;
import ringside.view.learn.LessonPane;
import ringside.view.review.ReviewPane;
import ringside.view.stage.Palette;
import ringside.view.stage.StageView;
import ringside.view.transport.TransportCard;
import ringside.world.Branch;
import ringside.world.World;

/** The window's content: the top bar, the place the learner is at, and what lies over both for a moment. */
public final class Shell implements Actions.Frontdoor, AutoCloseable {
    private static final double CHALLENGE = 440;
    private static final double BRANCHES = 720;

    private final Theatre theatre;
    private final Outside outside;
    private final BorderPane frame = new BorderPane();
    private final Overlay overlay = new Overlay();
    private final TopBar bar;
    private final Sheets sheets = new Sheets(overlay);
    private final Scene scene;
    private final Look look;
    private final Actions actions;
    private final Finder finder;
    private final Pulse pulse;
    private final Archive files;
    private final Records records;
    private Optional<ShowPane> pane = Optional.empty();
    private Optional<Kept> kept = Optional.empty();
    private Optional<StageView> stage = Optional.empty();
    private Optional<ComparePane> compared = Optional.empty();

    /** What an explored world looked like, to come back to from a comparison. */
    private record Kept(Show show, ShowPane pane, Optional<StageView> stage) {}

    /** A window's content; it opens nothing until it is asked to. */
    public Shell(Theatre theatre, Outside outside) {
        this.theatre = theatre;
        this.outside = outside;
        this.scene = new Scene(new StackPane(frame, overlay.node()));
        this.look = new Look(scene);
        this.actions = new Actions(theatre, this);
        this.finder = new Finder(theatre, actions, overlay);
        this.pulse = new Pulse(this::pulse);
        this.records = new Records(theatre.diary(), outside, sheets);
        this.files = new Archive(theatre, outside, sheets, said -> pane.ifPresent(p -> p.tell(said)));
        this.bar = new TopBar(theatre, look, this);
        frame.getStyleClass().add("page");
        frame.setTop(new VBox(bar, new SaveBanner(theatre.diary()), new OwnBanner(theatre)));
        new Shortcuts(scene, actions, overlay);
        look.choiceProperty().set(theatre.memoryProperty().get().theme());
        look.motionProperty().set(theatre.memoryProperty().get().motion());
        look.motionProperty()
                .subscribe(m -> theatre.memoryProperty()
                        .set(theatre.memoryProperty().get().with(m)));
        look.choiceProperty()
                .subscribe(t -> theatre.memoryProperty()
                        .set(theatre.memoryProperty().get().with(t)));
        theatre.placeProperty().subscribe(this::go);
        theatre.troubleProperty().subscribe(t -> t.ifPresent(why -> sheets.problem(text("problem.title"), why)));
        theatre.load(outside::lessons);
        pulse.start();
    }

    /** The scene to be shown. */
    public Scene scene() {
        return scene;
    }

    /** Whether the stage is dark or light. */
    public Look look() {
        return look;
    }

    private void pulse(long wallNanos) {
        theatre.pulse(wallNanos);
        records.tellNews();
    }

    private void go(Place place) {
        overlay.hide();
        pane = Optional.empty();
        stage = Optional.empty();
        compared = Optional.empty();
        frame.setCenter(
                switch (place) {
                    case Place.Home(var room) when room == Place.Home.Room.LEARNT -> new Learnt(theatre, records);
                    case Place.Home(var room) ->
                        new Welcome(theatre, new RecentFiles(theatre, outside, files::open), this, room);
                    case Place.Opening(var title, var share, var _) -> new OpeningPane(title, share, theatre::back);
                    case Place.Exploring(var _, var show) -> exploring(show);
                    case Place.Comparing(var _, var comparing, var _) -> comparing(comparing);
                    case Place.Reviewing(var reviewing) ->
                        new ReviewPane(reviewing, this::bare, new CardDesk(theatre.cards(), files, overlay));
                    case Place.Learning(var run, var show) ->
                        on(show, Optional.of(lesson(run, show)), made -> Middle.of(run, show, made, this::bare));
                });
    }

    private LessonPane lesson(LessonRun run, Show show) {
        return new LessonPane(run, show, new Way(theatre, outside, run, this::askToBrowse));
    }

    private Node exploring(Show show) {
        if (kept.filter(k -> k.show() == show).isEmpty()) {
            on(show, Optional.empty(), made -> made);
            kept = Optional.of(new Kept(show, pane.orElseThrow(), stage));
        }
        var shown = kept.orElseThrow();
        pane = Optional.of(shown.pane());
        stage = shown.stage();
        applyPanes();
        return shown.pane();
    }

    private Node comparing(Comparing comparing) {
        var shown = new ComparePane(comparing, this::bare, theatre::back);
        compared = Optional.of(shown);
        return shown;
    }

    private Node on(Show show, Optional<LessonPane> lesson, Function<StageView, Region> middle) {
        var made = stage(show);
        var shown = new ShowPane(show, made, middle.apply(made), lesson);
        stage = Optional.of(made);
        pane = Optional.of(shown);
        applyPanes();
        theatre.takeNote().ifPresent(shown::tell);
        return shown;
    }

    private StageView bare(Show show) {
        return stage(show).bare();
    }

    private StageView stage(Show show) {
        var made = new StageView(show, show::refuse);
        look.darkProperty()
                .when(made.sceneProperty().isNotNull())
                .subscribe(dark -> made.paletteProperty().set(dark ? Palette.DARK : Palette.LIGHT));
        look.calmProperty()
                .when(made.sceneProperty().isNotNull())
                .subscribe(calm -> made.reducedMotionProperty().set(calm));
        stage = Optional.of(made);
        return made;
    }

    private void applyPanes() {
        var memory = theatre.memoryProperty().get();
        pane.ifPresent(p -> p.panes(memory.lessonPane(), memory.inspector()));
    }

    private void askToBrowse(String link) {
        sheets.ask(text("link.title"), text("link.question", link), text("link.open"), () -> outside.browse(link));
    }

    @Override
    public void find() {
        finder.open();
    }

    @Override
    public void showKeys() {
        Bubbles.keys(actions.now(), bar.keys());
    }

    @Override
    public void toggleLegend() {
        stage.ifPresent(StageView::toggleLegend);
    }

    @Override
    public void nextLens() {
        stage.ifPresent(StageView::nextLens);
    }

    @Override
    public void toggleMotion() {
        look.toggleMotion();
    }

    @Override
    public void stopWhen() {
        pane.map(ShowPane::transport)
                .or(() -> compared.flatMap(ComparePane::transport))
                .ifPresent(TransportCard::openStops);
    }

    @Override
    public void runAhead() {
        pane.ifPresent(p -> p.transport().openRun());
    }

    @Override
    public void toggleTheme() {
        look.toggle();
    }

    @Override
    public void togglePane(boolean left) {
        var memory = theatre.memoryProperty().get();
        boolean lessonPane = left != memory.lessonPane();
        boolean inspector = left == memory.inspector();
        theatre.memoryProperty().set(memory.panes(lessonPane, inspector));
        applyPanes();
    }

    @Override
    public void compare() {
        switch (theatre.placeProperty().get()) {
            case Place.Exploring(var title, var show) -> askForOthers(title, show);
            case Place.Comparing(var _, var comparing, var _) -> comparing.addSide();
            default -> theatre.home(Place.Home.Room.COMPARE);
        }
    }

    private void askForOthers(String title, Show show) {
        var here = show.forks().map(f -> f.currentProperty().get());
        var others = show.forks().stream()
                .flatMap(f -> f.branches().stream())
                .filter(b -> here.filter(h -> h.number() == b.number()).isEmpty())
                .toList();
        var world = show.world();
        var ask = new Challenge(show.scenario().policy(), others, answer -> {
            overlay.hide();
            theatre.compare(title, () -> contest(here, world, answer));
        });
        overlay.show(text("compare.this"), CHALLENGE, ask);
    }

    private static Contest contest(Optional<Branch> here, World world, Challenge.Answer answer) {
        if (answer.branches().isEmpty()) {
            return Contest.of(world.tape()).against(answer.policies());
        }
        var all = Stream.concat(here.stream(), answer.branches().stream());
        return Contest.between(all.map(Contestant::of).toList()).against(answer.policies());
    }

    @Override
    public void branches() {
        if (theatre.placeProperty().get() instanceof Place.Exploring(var title, var show)) {
            show.forks()
                    .ifPresent(forks -> overlay.show(
                            text("branches.title"), BRANCHES, new BranchList(forks, overlay::hide, other -> {
                                var here = forks.currentProperty().get();
                                overlay.hide();
                                theatre.compare(
                                        title,
                                        () -> Contest.between(List.of(Contestant.of(here), Contestant.of(other))));
                            })));
        }
    }

    @Override
    public void toggleTable() {
        compared.ifPresent(ComparePane::toggleTable);
    }

    @Override
    public void openFile() {
        files.ask();
    }

    @Override
    public void openLessons() {
        outside.askForLessons().ifPresent(folder -> {
            theatre.own().open(folder, outside);
            if (theatre.placeProperty().get().on().isEmpty()) {
                theatre.home(Place.Home.Room.LEARN);
            }
        });
    }

    @Override
    public void saveRun() {
        var place = theatre.placeProperty().get();
        place.on().ifPresent(show -> files.save(place.title(), show, palette()));
    }

    private Palette palette() {
        return look.darkProperty().get() ? Palette.DARK : Palette.LIGHT;
    }

    @Override
    public void close() {
        pulse.stop();
        theatre.close();
    }
}
