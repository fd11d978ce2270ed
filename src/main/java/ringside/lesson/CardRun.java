package ringside.lesson;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.lesson.expression.Facts;
import ringside.world.Scenario;
import ringside.world.VirtualTime;
import ringside.world.World;
import ringside.world.WorldFactory;

/** One card, asked: its small world in virtual time, what it says there, and what is right. */
public final class CardRun implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final long STEP = Duration.ofMillis(20).toNanos();

    private final Block.Card card;
    private final VirtualTime world;
    private final Watch watch = new Watch();
    private final Moment.Memory memory;
    private final Findings findings = new Findings();
    private final Deque<Block.TimedWords> unsaid = new ArrayDeque<>();
    private Moment moment;
    private long stillNanos;

    private CardRun(Block.Card card, VirtualTime world) {
        this.card = card;
        this.world = world;
        this.memory = new Moment.Memory(new Live(world));
        this.moment = look();
    }

    /**
     * Opens a card's world and lets time pass until its picture.
     *
     * @param begins how the world is set up when the card has none of its own
     * @throws BadInput when something that its scene says can't be done
     */
    public static CardRun open(Block.Card card, Scenario begins, WorldFactory worlds) {
        var scenario = card.scene().flatMap(Block.Scene::scenario).orElse(begins);
        var run = new CardRun(card, (VirtualTime) worlds.open(World.Kind.SIMULATED, scenario));
        try {
            card.scene().ifPresent(run::play);
            run.look();
            return run;
        } catch (BadInput e) {
            run.close();
            throw e;
        }
    }

    private void play(Block.Scene scene) {
        scene.words().stream()
                .sorted(Comparator.comparing(Block.TimedWords::at))
                .forEach(unsaid::add);
        stillNanos = scene.after().toNanos();
        pass(stillNanos);
    }

    /* What is said later than the picture is said while the answer is waited for. */
    private void pass(long until) {
        while (!unsaid.isEmpty() && unsaid.getFirst().at().toNanos() <= until) {
            var said = unsaid.removeFirst();
            world.advanceTo(said.at().toNanos());
            say(said.words());
        }
        world.advanceTo(until);
    }

    private void say(Words words) {
        try {
            if (world.apply(words.wish().in(world)) instanceof World.Outcome.Rejected(var why)) {
                throw new BadInput(words.at(), why);
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(words.at(), String.valueOf(e.getMessage()));
        }
    }

    private Moment look() {
        var newest = world.timeline().at(Long.MAX_VALUE);
        watch.read(world.timeline(), newest.sequence());
        moment = new Moment(newest, watch, memory, findings);
        return moment;
    }

    /** The card. */
    public Block.Card card() {
        return card;
    }

    /** Its world, which this closes. */
    public VirtualTime world() {
        return world;
    }

    /** When its picture was taken, in nanoseconds since its world began. */
    public long stillNanos() {
        return stillNanos;
    }

    /** The facts of its picture. */
    public Facts facts() {
        return moment;
    }

    /** A text of the card with the counters of its picture. */
    public String fill(Template text) {
        return text.fill(moment);
    }

    /** What can be chosen. */
    public List<Block.Option> options() {
        return card.question().map(q -> Judge.options(q, moment.scenario())).orElse(List.of());
    }

    /** What is wrong with an answer that can't be understood, in a language. */
    public Optional<String> problem(String given, Locale language) {
        return card.question().flatMap(q -> Judge.problem(q, given, options(), new Guidance(language)));
    }

    /** What was answered, in the words of the question. */
    public String spoken(String given) {
        return card.question()
                .map(q -> Judge.spoken(q, given.strip(), options()))
                .orElse(given);
    }

    /** Lets time pass until the answer is known: false when that never comes. */
    public boolean reveal() {
        var when = card.question().flatMap(Block.Predict::when);
        long deadline = world.now() + LONGEST_WAIT.toNanos();
        while (when.isPresent() && !when.get().holds(moment)) {
            if (world.now() >= deadline) {
                return false;
            }
            pass(world.now() + STEP);
            look();
        }
        return true;
    }

    /** Whether an answer is right, and why. @throws java.util.NoSuchElementException when the card asks for none */
    public Prediction.Verdict verdict(String given) {
        return Judge.verdict(card.question().orElseThrow(), given.strip(), moment);
    }

    @Override
    public void close() {
        world.close();
    }
}
