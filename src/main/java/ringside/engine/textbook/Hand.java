package ringside.engine.textbook;

import ringside.engine.Candidates;
import ringside.engine.Dice;
import ringside.engine.Pool;

/** Some of a pool's candidates, drawn by dice, each once. */
final class Hand {
    private int[] places = {};

    /** Draws so many candidates of a pool, or all if there are fewer; how many they are. */
    int draw(int most, Pool pool, Candidates candidates, Dice dice) {
        int all = gather(pool, candidates);
        int drawn = Math.min(most, all);
        for (int i = 0; i < drawn; i++) {
            int from = i + dice.roll(all - i);
            int place = places[from];
            places[from] = places[i];
            places[i] = place;
        }
        return drawn;
    }

    private int gather(Pool pool, Candidates candidates) {
        if (places.length < pool.size()) {
            places = new int[pool.size()];
        }
        int count = 0;
        for (int place = 0; place < pool.size(); place++) {
            if (candidates.open(place)) {
                places[count++] = place;
            }
        }
        return count;
    }

    /** The place of the one drawn as number so-and-so, from 0. */
    int at(int number) {
        return places[number];
    }
}
