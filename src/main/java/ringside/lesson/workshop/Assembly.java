package ringside.lesson.workshop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Pieces on a shelf, and the configuration that was put together of them. Each piece is there once. */
public final class Assembly {
    private final Dialect dialect;
    private final List<Piece> shelf = new ArrayList<>();
    private final List<Piece> laid = new ArrayList<>();

    /**
     * A piece.
     *
     * @param number from 1, in the order of the shelf as it was at first; two pieces may say the same
     * @param text what it says
     */
    public record Piece(int number, String text) {}

    /** All pieces of a workshop and its distractors on the shelf, well mixed, always in the same way. */
    public Assembly(Workshop task) {
        dialect = task.dialect();
        var texts = new ArrayList<>(task.pieces());
        task.distractors().forEach(distractor -> texts.add(distractor.piece()));
        Collections.shuffle(texts, new Random(texts.size()));
        texts.forEach(text -> shelf.add(new Piece(shelf.size() + 1, text)));
    }

    /** Lays the pieces with these numbers, in this order; a number without a piece is passed over. */
    public void lay(List<Integer> numbers) {
        for (int number : numbers) {
            shelf.stream()
                    .filter(piece -> piece.number() == number)
                    .findFirst()
                    .ifPresent(piece -> lay(piece, laid.size()));
        }
    }

    /** All pieces, in the order of the shelf as it was at first. */
    public List<Piece> pieces() {
        return Stream.concat(shelf.stream(), laid.stream())
                .sorted(Comparator.comparingInt(Piece::number))
                .toList();
    }

    /** What is left on the shelf. */
    public List<Piece> shelf() {
        return List.copyOf(shelf);
    }

    /** What was put together, in order. */
    public List<Piece> laid() {
        return List.copyOf(laid);
    }

    /** Lays a piece at a place, counted from 0, whether it is on the shelf or lies elsewhere. */
    public void lay(Piece piece, int place) {
        int before = laid.indexOf(piece);
        shelf.remove(piece);
        laid.remove(piece);
        int to = before >= 0 && before < place ? place - 1 : place;
        laid.add(Math.clamp(to, 0, laid.size()), piece);
    }

    /** Puts a piece back on the shelf, where it was. */
    public void putBack(Piece piece) {
        if (laid.remove(piece)) {
            shelf.add(piece);
            shelf.sort(Comparator.comparingInt(Piece::number));
        }
    }

    /** A piece that was laid, indented as it stands there. */
    public String line(Piece piece) {
        int place = laid.indexOf(piece);
        return lines(place + 1).substring(lines(place).length()).stripTrailing();
    }

    private String lines(int first) {
        return dialect.laidOut(laid.stream().limit(first).map(Piece::text).toList());
    }

    /** The configuration as far as it is put together, indented as its language is usually written. */
    public String text() {
        return lines(laid.size());
    }
}
