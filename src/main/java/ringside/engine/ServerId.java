package ringside.engine;

/**
 * The name by which a server is known for as long as it lives, whatever its place in the pool.
 *
 * @param name 1 to 64 printable characters without blanks
 */
public record ServerId(String name) implements Comparable<ServerId> {
    public ServerId {
        if (name.isEmpty() || name.length() > 64 || !name.chars().allMatch(c -> c > ' ' && c != 0x7f)) {
            throw new IllegalArgumentException(
                    "a server's name has 1 to 64 characters and no blanks, not \"" + name + "\"");
        }
    }

    @Override
    public int compareTo(ServerId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
