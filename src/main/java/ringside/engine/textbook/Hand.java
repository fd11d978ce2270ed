package ringside.engine.textbook;

import ringside.engine.Candidates;
import ringside.engine.Dice;
import ringside.engine.Pool;

/** Some of a pool's candidates, drawn by dice, each once. */
final class Hand {
    /*
     * The first steps of Fisher and Yates' shuffle (Durstenfeld 1964). As long as the candidates are the same, the deck need
     * not be laid out anew: the few cards that were exchanged are put back, the last one first.
     */
    private int[] deck = {};
    private int[] swapped = {};
    private int cards;
    private int drawn;
    private Candidates laidOut = _ -> false;

    /** Draws so many candidates of a pool, or all if there are fewer; how many they are. */
    int draw(int most, Pool pool, Candidates candidates, Dice dice) {
        if (candidates instanceof Candidates.Up && candidates == laidOut) {
            putBack();
        } else {
            layOut(pool, candidates);
        }
        drawn = Math.min(most, cards);
        if (swapped.length < drawn) {
            swapped = new int[drawn];
        }
        for (int i = 0; i < drawn; i++) {
            swapped[i] = i + dice.roll(cards - i);
            swap(i, swapped[i]);
        }
        return drawn;
    }

    private void layOut(Pool pool, Candidates candidates) {
        if (deck.length < pool.size()) {
            deck = new int[pool.size()];
        }
        cards = 0;
        for (int place = 0; place < pool.size(); place++) {
            if (candidates.open(place)) {
                deck[cards++] = place;
            }
        }
        laidOut = candidates;
    }

    private void putBack() {
        for (int i = drawn - 1; i >= 0; i--) {
            swap(i, swapped[i]);
        }
    }

    private void swap(int one, int other) {
        int place = deck[one];
        deck[one] = deck[other];
        deck[other] = place;
    }

    /** The place of the one drawn as number so-and-so, from 0. */
    int at(int number) {
        return deck[number];
    }
}
