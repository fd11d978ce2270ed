package ringside.view.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.lesson.Block;
import ringside.lesson.CardRun;
import ringside.lesson.Prediction;
import ringside.lesson.progress.OwnCard;
import ringside.view.Layout;
import ringside.view.Show;

/** A card in hand: what it asks, and the small world that it shows. FX thread only. */
final class Asked implements AutoCloseable {
    private static final long FILM_NANOS = 4_000_000_000L;
    private static final double REPLAY_NANOS = 2.5e9;

    private final String name;
    private final String from;
    private final String front;
    private final Optional<CardRun> run;
    private final Optional<OwnCard> own;
    private final Optional<Show> show;
    private long until;

    /** A card of a lesson or a file; {@code from} is where it comes from. */
    static Asked of(String name, String from, CardRun run) {
        var scene = run.card().scene().filter(s -> s.see() != Block.Sight.NOTHING);
        var show = scene.map(s -> shown(new Show(run.world()), s));
        return new Asked(name, from, Optional.of(run), Optional.empty(), show);
    }

    /** A card of the learner's own, with the moment that it is about if it has one. */
    static Asked of(String from, OwnCard own, Optional<Show> moment) {
        return new Asked(own.id(), from, Optional.empty(), Optional.of(own), moment);
    }

    private Asked(String name, String from, Optional<CardRun> run, Optional<OwnCard> own, Optional<Show> show) {
        this.name = name;
        this.from = from;
        this.front = run.map(r -> r.fill(r.card().front()))
                .orElseGet(() -> own.map(OwnCard::front).orElse(""));
        this.run = run;
        this.own = own;
        this.show = show;
        run.filter(r -> r.card()
                        .scene()
                        .filter(s -> s.see() == Block.Sight.LIVE)
                        .isPresent())
                .ifPresent(r -> film(Math.max(0, r.stillNanos() - FILM_NANOS), r.stillNanos(), 1));
    }

    private static Show shown(Show show, Block.Scene scene) {
        show.layoutProperty().set(Layout.valueOf(scene.layout().name()));
        show.toNow();
        return show;
    }

    /** Lets the picture move from one instant to another. */
    private void film(long from, long to, double speed) {
        until = to;
        show.ifPresent(s -> {
            s.seek(from);
            s.speedProperty().set(speed);
            s.playingProperty().set(true);
        });
    }

    /** One frame: a picture that moves stops where it should. */
    void pulse(long wallNanos) {
        show.filter(s -> s.playingProperty().get()).ifPresent(s -> {
            s.pulse(wallNanos);
            if (s.nanosProperty().get() >= until) {
                s.playingProperty().set(false);
                s.seek(until);
            }
        });
    }

    /** What it is known by. */
    String name() {
        return name;
    }

    /** Where it comes from. */
    String from() {
        return from;
    }

    /** What is asked. */
    String front() {
        return front;
    }

    /** How it is answered; empty when the learner judges. */
    Optional<Block.Predict> question() {
        return run.flatMap(r -> r.card().question());
    }

    /** What can be chosen, put in order or given a height. */
    List<Block.Option> options() {
        return run.map(CardRun::options).orElse(List.of());
    }

    /** The small world, if it shows one. */
    Optional<Show> show() {
        return show;
    }

    /** What is wrong with an answer that can't be understood. */
    Optional<String> problem(String given) {
        return run.flatMap(r -> r.problem(given.strip(), Locale.getDefault()));
    }

    /** What was answered, in the words of the question. */
    String spoken(String given) {
        return run.map(r -> r.spoken(given)).orElse(given);
    }

    /** Lets the answer come about, and shows how: whether what was given is right, when that can be judged. */
    Optional<Prediction.Verdict> reveal(String given) {
        var verdict = run.filter(r -> r.card().question().isPresent()).map(r -> {
            r.reveal();
            return r.verdict(given);
        });
        run.filter(r -> r.world().now() > r.stillNanos()).ifPresent(r -> {
            long span = r.world().now() - r.stillNanos();
            film(r.stillNanos(), r.world().now(), Math.max(1, span / REPLAY_NANOS));
        });
        return verdict;
    }

    /** What is shown after the answer. */
    String back() {
        return run.map(r -> r.fill(r.card().back()))
                .orElseGet(() -> own.map(OwnCard::back).orElse(""));
    }

    @Override
    public void close() {
        show.ifPresentOrElse(Show::close, () -> run.ifPresent(CardRun::close));
    }
}
