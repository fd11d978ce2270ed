package ringside.world;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The chunks that are held at one moment, oldest first; only the last of them grows.
 *
 * @param chunks at least one
 */
record Held(List<Chunk> chunks) {
    Chunk last() {
        return chunks.getLast();
    }

    /** The sequence number of the first event that is held. */
    long first() {
        return chunks.getFirst().first();
    }

    /** The sequence number after the last event so far. */
    long next() {
        return last().next();
    }

    long earliest() {
        return chunks.getFirst().fromNanos();
    }

    /** The chunk with an event; the last chunk for the event to come. */
    Chunk chunkOf(long sequence) {
        return chunks.get(indexOf(sequence));
    }

    private int indexOf(long sequence) {
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks.get(middle).first() <= sequence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Tells the events from one sequence number inclusive to another exclusive, as far as they are held. */
    void tell(long from, long to, Consumer<Event> story) {
        for (int i = indexOf(from); i < chunks.size() && chunks.get(i).first() < to; i++) {
            chunks.get(i).tell(from, to, story);
        }
    }

    /** The sequence number after the last event at an instant or before it. */
    long nextAfter(long nanos) {
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks.get(middle).fromNanos() <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return chunks.get(low).nextAfter(nanos);
    }

    /** The first event from this one on that decided a request. */
    OptionalLong decisionFrom(long sequence) {
        return chunks.subList(indexOf(sequence), chunks.size()).stream()
                .map(chunk -> chunk.decisionFrom(sequence))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    /** The last event before this one that decided a request. */
    OptionalLong decisionUntil(long sequence) {
        return chunks.subList(0, indexOf(sequence - 1) + 1).reversed().stream()
                .map(chunk -> chunk.decisionUntil(sequence))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    /** The same with one more chunk. */
    Held and(Chunk fresh) {
        return new Held(Stream.concat(chunks.stream(), Stream.of(fresh)).toList());
    }

    /** The same without the oldest chunk. */
    Held withoutOldest() {
        return new Held(List.copyOf(chunks.subList(1, chunks.size())));
    }

    /** How many events there are. */
    long events() {
        return next() - first();
    }

    /** About how many bytes all but the last take, and what the first of them shared with one that is gone. */
    long settled() {
        return chunks.getFirst().shared()
                + chunks.stream()
                        .limit(chunks.size() - 1)
                        .mapToLong(Chunk::weight)
                        .sum();
    }
}
