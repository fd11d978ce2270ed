package ringside.lesson;

import java.util.List;
import ringside.config.Place;
import ringside.world.Scenario;

/**
 * Cards that belong together: those of a lesson, or a file of cards on their own.
 *
 * @param file what its file is called in messages
 * @param id small letters, digits and hyphens; a lesson's own when the cards are a lesson's
 * @param title what a learner reads
 * @param needs lessons that come before its cards; its own when the cards are a lesson's
 * @param scenario the world of a card that brings none of its own, in virtual time
 * @param layout how that world is drawn
 * @param items the cards, in order
 */
public record Deck(
        String file,
        String id,
        String title,
        List<Need> needs,
        Scenario scenario,
        Lesson.Layout layout,
        List<Item> items) {
    /**
     * A card and where it stands.
     *
     * @param step the step of the lesson that it stands in, counted from 1; 0 in a file of cards
     * @param card the card
     */
    public record Item(int step, Block.Card card) {}

    /** How far the learner has come. */
    @FunctionalInterface
    public interface Reached {
        /** The furthest step of a lesson that was reached, counted from 1; 0 when it was never begun, and more than it has when it is done. */
        int step(String lesson);
    }

    public Deck {
        needs = List.copyOf(needs);
        items = List.copyOf(items);
    }

    /** The cards of a lesson. */
    public static Deck of(Lesson lesson) {
        var items = lesson.steps().stream()
                .flatMap(s -> s.blocks(Block.Card.class).stream().map(c -> new Item(s.number(), c)))
                .toList();
        return new Deck(
                lesson.file(),
                lesson.id(),
                lesson.title(),
                List.of(new Need(lesson.id(), Place.startOf(lesson.file()))),
                lesson.scenario(),
                lesson.about().layout(),
                items);
    }

    /** Whether the cards are a lesson's. */
    public boolean ofLesson() {
        return needs.stream().map(Need::lesson).toList().equals(List.of(id));
    }

    /** What a card is known by everywhere, such as {@code the-ring/mod-4-5}. */
    public String key(Block.Card card) {
        return id + "/" + card.id();
    }

    /** Whether a card may be asked: its step was reached, or the lessons that come before its file are done. */
    public boolean admits(Item item, Reached reached) {
        return needs.stream()
                .allMatch(n -> reached.step(n.lesson()) >= (item.step() > 0 ? item.step() : Integer.MAX_VALUE));
    }
}
