package ringside.view.shell;

import static ringside.view.Texts.text;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import ringside.config.run.Run;
import ringside.engine.Policies;
import ringside.engine.RingPolicy;
import ringside.lesson.Lesson;
import ringside.lesson.LessonRun;
import ringside.lesson.Lessons;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.Progress;
import ringside.view.Backstage;
import ringside.view.Forks;
import ringside.view.Layout;
import ringside.view.Opening;
import ringside.view.Show;
import ringside.view.compare.Comparing;
import ringside.view.compare.Contest;
import ringside.view.compare.Telling;
import ringside.view.review.Cards;
import ringside.view.review.Reviewing;
import ringside.view.shell.Place.Home.Room;
import ringside.world.Branches;
import ringside.world.Simulator;
import ringside.world.World;
import ringside.world.WorldFactory;

/** What is on: opens worlds and lessons away from the screen, closes what was on before. FX thread only. */
public final class Theatre implements AutoCloseable {
    private final WorldFactory worlds;
    private final Simulator simulator;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.Home(Room.BOTH));
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Memory> memory;
    private final Diary diary;
    private final Library library = new Library();
    private final OwnLessons own = new OwnLessons();
    private final Cards cards;
    private final Habits habits;
    private Optional<String> note = Optional.empty();
    private Optional<Task<?>> opening = Optional.empty();
    private final Exits exits = new Exits();

    /** Nothing is on yet. */
    public Theatre(WorldFactory worlds, Simulator simulator, Memory remembered, Notebook notebook) {
        this.worlds = worlds;
        this.simulator = simulator;
        this.memory = new SimpleObjectProperty<>(remembered);
        this.habits = new Habits(memory);
        this.diary = new Diary(notebook, InstantSource.system());
        this.cards = new Cards(notebook, worlds, simulator, InstantSource.system());
        cards.planProperty().set(remembered.plan());
        own.shelfProperty().subscribe(this::takeUp);
        cards.planProperty().subscribe(p -> memory.set(memory.get().planning(p)));
    }

    /** Loads the lessons and their cards away from the screen. */
    public void load(Callable<Lessons> source) {
        library.load(source, cards, this::tell);
    }

    /** The author's own lessons that are open. */
    OwnLessons own() {
        return own;
    }

    /** A lesson that is on was saved anew: it goes on at the same step, as far as there is one. */
    private void takeUp() {
        if (place.get() instanceof Place.Learning(var run, var _)) {
            own.find(run.lesson().id())
                    .filter(saved -> saved.home().equals(run.lesson().home())
                            && !saved.digest().equals(run.lesson().digest()))
                    .ifPresent(this::learn);
        }
    }

    /** Explores from a start point. */
    void explore(StartPoint start) {
        memory.set(memory.get().at(start.id()));
        open(
                start.title(),
                _ -> worlds.open(start.kind(), start.scenario()),
                world -> new Place.Exploring(start.title(), habits.applyNow(forkable(world), start.layout())));
    }

    private Show forkable(World world) {
        var name = text(world.kind() == World.Kind.LIVE ? "fork.live" : "fork.original");
        return new Forks(new Branches(simulator, name, world), Backstage.aside()).show();
    }

    /** Explores a scenario that was opened from a file. */
    void explore(Outside.Opened.Setup opened, World.Kind kind) {
        boolean ringed = Policies.make(opened.scenario().policy()) instanceof RingPolicy;
        var layout = ringed ? Layout.RING : Layout.FLOW;
        explore(new StartPoint(opened.name(), opened.name(), kind, layout, opened.scenario()));
    }

    /** Tells a run again, and stands still at its picture. */
    void replay(Run run) {
        memory.set(memory.get().at(""));
        open(run.title(), progress -> Retold.of(run, simulator, progress), told -> {
            note = told.note();
            var show = habits.apply(forkable(told.world()), told.layout());
            show.playingProperty().set(false);
            show.seek(run.picture().nanos(), run.picture().events());
            return new Place.Exploring(run.title(), show);
        });
    }

    /** What should be known of the place that was just arrived at; it is told once. */
    Optional<String> takeNote() {
        var taken = note;
        note = Optional.empty();
        return taken;
    }

    /** Begins a lesson, or goes on where it was left. */
    public void learn(Lesson lesson) {
        memory.set(memory.get().at(lesson.id()));
        var mark = diary.open(lesson);
        open(lesson.title(), progress -> Diary.resume(lesson, mark, worlds, simulator, progress), resumed -> {
            note = resumed.note();
            return learning(resumed.run());
        });
    }

    private Place learning(LessonRun run) {
        var show = new Show(run.world(), run.history(), Backstage.aside(), run::close);
        return new Place.Learning(
                run,
                habits.applyNow(
                        show, Layout.valueOf(run.lesson().about().layout().name())));
    }

    /** Compares something, and comes back here afterwards; what it is may take a while to find out. */
    public void compare(String title, Callable<Contest> what) {
        var back = place.get() instanceof Place.Exploring here ? here : new Place.Home(Room.COMPARE);
        back.rest();
        var layout = back.on().map(show -> show.layoutProperty().get()).orElse(Layout.FLOW);
        open(
                title,
                back,
                progress -> Telling.of(simulator, what.call(), progress),
                telling -> new Place.Comparing(
                        title, new Comparing(simulator, telling, show -> habits.apply(show, layout)), back));
    }

    /** Leaves a comparison, or gives up what is being opened, for where it was begun. */
    public void back() {
        switch (place.get()) {
            case Place.Comparing(var _, var _, var to) -> leaveFor(to);
            case Place.Opening(var _, var _, var to) -> leaveFor(to);
            default -> home();
        }
    }

    /** Asks the cards that are due. */
    public void review() {
        leaveFor(new Place.Home(Room.LEARN));
        go(new Place.Reviewing(new Reviewing(cards)));
    }

    /** All cards. */
    public Cards cards() {
        return cards;
    }

    /** Remembers how far a lesson was taken. */
    void keep(LessonRun run) {
        diary.keep(run);
    }

    private void keep(Place place) {
        if (place instanceof Place.Learning(var run, var _)) {
            diary.keep(run);
        }
    }

    /** Forgets which files were opened and saved. */
    void forgetFiles() {
        memory.set(memory.get().remembering(List.of()));
    }

    /** Goes back to where things are chosen. */
    public void home() {
        home(Room.BOTH);
    }

    /** Goes back to where lessons, or worlds, are chosen. */
    void home(Room room) {
        leaveFor(new Place.Home(room));
    }

    private void leaveFor(Place to) {
        opening.ifPresent(Task::cancel);
        opening = Optional.empty();
        go(to);
    }

    private <W extends AutoCloseable> void open(String title, Opening.Door<W> door, Function<W, Place> arrive) {
        open(title, new Place.Home(Room.BOTH), door, arrive);
    }

    private <W extends AutoCloseable> void open(
            String title, Place back, Opening.Door<W> door, Function<W, Place> arrive) {
        leaveFor(back);
        trouble.set(Optional.empty());
        var task = new Opening<>(exits.last(), door);
        opening = Optional.of(task);
        go(new Place.Opening(title, task.progressProperty(), back));
        task.start(opened -> go(arrive.apply(opened)), this::fail);
    }

    private void fail(Throwable why) {
        if (place.get() instanceof Place.Opening(var _, var _, var back)) {
            go(back);
        }
        trouble.set(Optional.of(String.valueOf(why.getMessage())));
    }

    private void go(Place to) {
        var before = place.get();
        var stays = to.open();
        before.rest();
        keep(before);
        place.set(to);
        var left = before.open().stream().filter(o -> !stays.contains(o)).toList();
        if (!left.isEmpty()) {
            exits.close(left);
        }
    }

    /** One frame of what is on. */
    public void pulse(long wallNanos) {
        diary.look();
        cards.pulse();
        own.pulse();
        switch (place.get()) {
            case Place.Comparing(var _, var comparing, var _) -> comparing.pulse(wallNanos);
            case Place.Reviewing(var reviewing) -> reviewing.pulse(wallNanos);
            default -> place.get().on().ifPresent(s -> s.pulse(wallNanos));
        }
    }

    /** Where the learner is. */
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What went wrong last, in one sentence. */
    public ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Tells of something that went wrong. */
    public void tell(String sentence) {
        trouble.set(Optional.of(sentence));
    }

    /** What is remembered. */
    public ObjectProperty<Memory> memoryProperty() {
        return memory;
    }

    /** What the learner's notebook says. */
    Diary diary() {
        return diary;
    }

    /** What is known of the learner. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return diary.progressProperty();
    }

    /** Changes what is known of the learner. */
    public void note(UnaryOperator<Progress> how) {
        diary.note(how);
    }

    /** The lessons, once they are loaded. */
    public ObservableList<Lesson> lessons() {
        return library.lessons();
    }

    /** The lesson that is taught after another, if there is one. */
    Optional<Lesson> after(Lesson lesson) {
        return library.after(lesson);
    }

    /** Closes what is on, away from this thread; the program lives until that is done. */
    @Override
    public void close() {
        own.close();
        opening.ifPresent(Task::cancel);
        keep(place.get());
        diary.close();
        exits.close(place.get().open());
    }
}
