package ringside.config.run;

import java.util.Arrays;
import java.util.Optional;

/** The entries of a run besides its manifest, in the order in which they are there. */
enum Part {
    PREVIEW("preview.png", 4),
    SCENARIO("scenario.yaml", 4),
    DEEDS("deeds.txt", 4),
    ARRIVALS("arrivals.bin", 32);

    private static final int MEGABYTE = 1 << 20;

    private final String entry;
    private final int megabytes;

    Part(String entry, int megabytes) {
        this.entry = entry;
        this.megabytes = megabytes;
    }

    /** What the entry is called. */
    String entry() {
        return entry;
    }

    /** How many bytes it may have. */
    int most() {
        return megabytes * MEGABYTE;
    }

    /** Whether there is no run without it. */
    boolean required() {
        return this != ARRIVALS;
    }

    /** The one whose entry is called this. */
    static Optional<Part> of(String entry) {
        return Arrays.stream(values()).filter(part -> part.entry.equals(entry)).findFirst();
    }
}
