package ringside.config;

/**
 * A place in a file.
 *
 * @param file the file's name as the user gave it
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Place(String file, int line, int column) {
    /** The beginning of a file: the place of what is wrong with it as a whole. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
