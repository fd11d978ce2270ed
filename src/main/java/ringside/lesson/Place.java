package ringside.lesson;

/** Where something stands in a lesson's file: line and column, both counted from 1. */
public record Place(int line, int column) {
    /** The place this many columns further on the same line. */
    public Place right(int columns) {
        return new Place(line, column + columns);
    }
}
