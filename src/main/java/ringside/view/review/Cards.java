package ringside.view.review;

import static ringside.view.Texts.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import ringside.lesson.AnkiText;
import ringside.lesson.Block;
import ringside.lesson.CardRun;
import ringside.lesson.Deck;
import ringside.lesson.Decks;
import ringside.lesson.LessonRun;
import ringside.lesson.Stories;
import ringside.lesson.Template;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.OwnCard;
import ringside.lesson.review.Days;
import ringside.lesson.review.Entry;
import ringside.lesson.review.Plan;
import ringside.lesson.review.Study;
import ringside.view.Show;
import ringside.world.Progress;
import ringside.world.Simulator;
import ringside.world.WorldFactory;

/** All cards of a learner, and how many of them are due. FX thread only. */
public final class Cards {
    private static final String OWN = "own/";
    private static final long COUNT_EVERY_MILLIS = 20_000;

    private final Notebook notebook;
    private final WorldFactory worlds;
    private final Simulator simulator;
    private final InstantSource clock;
    private final ObjectProperty<Plan> plan = new SimpleObjectProperty<>(Plan.USUAL);
    private final ReadOnlyIntegerWrapper due = new ReadOnlyIntegerWrapper();
    private Decks decks = new Decks(List.of(), List.of());
    private Optional<Object> counted = Optional.empty();
    private long countedMillis;

    /** No cards yet. */
    public Cards(Notebook notebook, WorldFactory worlds, Simulator simulator, InstantSource clock) {
        this.notebook = notebook;
        this.worlds = worlds;
        this.simulator = simulator;
        this.clock = clock;
        plan.subscribe(this::count);
    }

    /** These are the cards from now on. */
    public void set(Decks all) {
        decks = all;
        count();
    }

    /** Every deck. */
    Decks decks() {
        return decks;
    }

    /** The learner's days. */
    Days days() {
        return new Days(ZoneId.systemDefault());
    }

    /** What time it is. */
    Instant now() {
        return clock.instant();
    }

    /** Where progress is kept. */
    Notebook notebook() {
        return notebook;
    }

    /** What the learner wants of reviews. */
    public ObjectProperty<Plan> planProperty() {
        return plan;
    }

    /** The cards that may be asked now. */
    Study study() {
        return study(decks.admitted(this::reached));
    }

    /** Some of the cards, whether they may be asked yet or not. */
    Study study(List<String> some) {
        var all = new ArrayList<>(some);
        notebook.progress().cards().keySet().stream()
                .filter(c -> !all.contains(c))
                .forEach(all::add);
        return new Study(notebook, all, plan.get(), days());
    }

    private int reached(String lesson) {
        return notebook.progress()
                .lesson(lesson)
                .map(n -> n.done() ? Integer.MAX_VALUE : n.reached())
                .orElse(0);
    }

    /** Opens a card; empty when there is none any more. */
    Optional<Asked> open(String name) {
        return decks.find(name)
                .map(f -> Asked.of(
                        name,
                        f.deck().title(),
                        CardRun.open(f.item().card(), f.deck().scenario(), worlds)))
                .or(() -> Optional.ofNullable(notebook.progress().cards().get(name))
                        .map(this::own));
    }

    /** What the cards of a deck are known by. */
    List<String> names(String deck) {
        return decks.all().stream()
                .filter(d -> d.id().equals(deck))
                .flatMap(d -> d.items().stream().map(i -> d.key(i.card())))
                .toList();
    }

    /**
     * A card in a list.
     *
     * @param name what it is known by
     * @param from where it comes from
     * @param front what it asks, with dots for what the world fills in
     * @param entry where it stands
     * @param admitted whether it may be asked yet
     * @param own whether it is the learner's own
     */
    record Row(String name, String from, String front, Entry entry, boolean admitted, boolean own) {}

    /** Every card there is. */
    List<Row> rows() {
        var now = now();
        var study = study();
        var admitted = new HashSet<>(decks.admitted(this::reached));
        var shipped = decks.all().stream().flatMap(d -> d.items().stream().map(i -> row(d, i, study, now, admitted)));
        var own = notebook.progress().cards().values().stream()
                .map(c -> new Row(c.id(), title(c), c.front(), study.entry(c.id(), now), true, true));
        return Stream.concat(shipped, own).toList();
    }

    private static Row row(Deck deck, Deck.Item item, Study study, Instant now, Set<String> admitted) {
        var name = deck.key(item.card());
        return new Row(
                name, deck.title(), plain(item.card().front()), study.entry(name, now), admitted.contains(name), false);
    }

    private static String plain(Template template) {
        return template.parts().stream()
                .map(p -> p instanceof Template.Part.Plain(var words) ? words : "…")
                .collect(Collectors.joining());
    }

    private Asked own(OwnCard card) {
        return Asked.of(title(card), card, card.moment().map(m -> {
            var show = new Show(simulator.open(Stories.tape(m), Progress.UNWATCHED));
            show.toNow();
            return show;
        }));
    }

    /** Where a card of the learner's own comes from. */
    String title(OwnCard card) {
        return decks.all().stream()
                .filter(d -> d.id().equals(card.lesson()))
                .findFirst()
                .map(d -> text("review.own.from", d.title()))
                .orElse(text("review.own"));
    }

    /** How many cards are to be asked now, as far as it was counted. */
    public ReadOnlyIntegerProperty dueProperty() {
        return due.getReadOnlyProperty();
    }

    /** Counts again when something changed, or after a while. */
    public void pulse() {
        long millis = clock.millis();
        if (counted.filter(c -> c.equals(notebook.progress())).isEmpty()
                || millis - countedMillis > COUNT_EVERY_MILLIS) {
            count();
        }
    }

    /** Counts again. */
    public void count() {
        counted = Optional.of(notebook.progress());
        countedMillis = clock.millis();
        due.set(study().queue(now()).size());
    }

    /** Every card as text, with what its world fills in; may take a while, on any thread. */
    public List<AnkiText.Card> exported() {
        var all = new ArrayList<AnkiText.Card>();
        for (var deck : decks.all()) {
            for (var item : deck.items()) {
                try (var run = CardRun.open(item.card(), deck.scenario(), worlds)) {
                    var front = run.fill(item.card().front()) + options(run);
                    run.reveal();
                    all.add(new AnkiText.Card(
                            deck.key(item.card()),
                            deck.title(),
                            front,
                            run.fill(item.card().back())));
                }
            }
        }
        notebook.progress()
                .cards()
                .values()
                .forEach(c -> all.add(new AnkiText.Card(c.id(), title(c), c.front(), c.back())));
        return all;
    }

    private static String options(CardRun run) {
        return run.options().stream().map(o -> "\n– " + o.text()).collect(Collectors.joining());
    }

    /** Takes cards from a text as the learner's own, those of lessons aside: how many. */
    public int take(List<AnkiText.Card> read) {
        var taken = new LinkedHashMap<String, OwnCard>();
        read.stream()
                .filter(card -> decks.find(card.id()).isEmpty())
                .map(this::own)
                .forEach(card -> taken.put(card.id(), card));
        notebook.change(p -> p.with(taken.values()));
        count();
        var known = notebook.progress().cards();
        return (int) taken.values().stream()
                .filter(card -> card.equals(known.get(card.id())))
                .count();
    }

    private OwnCard own(AnkiText.Card card) {
        var id = card.id().isEmpty() ? OWN + digest(card.front()) : card.id();
        var before = Optional.ofNullable(notebook.progress().cards().get(id));
        return new OwnCard(
                id,
                before.map(OwnCard::lesson).orElse(""),
                card.front(),
                card.back(),
                clock.millis(),
                before.flatMap(OwnCard::moment));
    }

    private static String digest(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** Keeps a question of a lesson as a card whose front is the moment at which it was answered. */
    public void keep(LessonRun run, Block.Predict asked) {
        var prediction = run.prediction(asked).orElseThrow();
        var verdict = prediction.verdict().orElseThrow();
        var options = run.options(asked).stream().map(o -> "\n– " + o.text()).collect(Collectors.joining());
        var back =
                text("review.own.back", verdict.answer(), verdict.explanation(), run.spoken(asked, prediction.given()));
        keep(new OwnCard(
                nameOf(run, asked),
                run.lesson().id(),
                run.fill(asked.question()) + options,
                back,
                clock.millis(),
                run.momentOf(asked)));
    }

    /** Whether a question of a lesson was kept as a card. */
    public boolean keeps(LessonRun run, Block.Predict asked) {
        return notebook.progress().cards().containsKey(nameOf(run, asked));
    }

    private static String nameOf(LessonRun run, Block.Predict asked) {
        return OWN + run.lesson().id() + "/" + digest(run.fill(asked.question()));
    }

    /** Throws a card of the learner's own away. */
    void discard(String name) {
        notebook.change(p -> p.withoutCard(name));
        count();
    }

    /** Keeps a card of the learner's own. */
    public void keep(OwnCard card) {
        notebook.change(p -> p.with(card));
        count();
    }
}
