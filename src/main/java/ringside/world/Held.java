package ringside.world;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The chunks that are held at one moment, oldest first, all but the last of them full.
 *
 * @param chunks at least one
 * @param chunkSize how many events each holds
 */
record Held(List<Chunk> chunks, int chunkSize) {
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

    long latest() {
        long next = next();
        return next == last().first() ? last().fromNanos() : event(next - 1).nanos();
    }

    /** An event by its sequence number, which must be held. */
    Event event(long sequence) {
        return chunkOf(sequence).event(sequence);
    }

    /** The chunk with an event; the last chunk for the event to come. */
    Chunk chunkOf(long sequence) {
        int index = (int) ((sequence - first()) / chunkSize);
        return chunks.get(Math.min(index, chunks.size() - 1));
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
        return chunks.subList(chunks.indexOf(chunkOf(sequence)), chunks.size()).stream()
                .map(chunk -> chunk.decisionFrom(sequence))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    /** The last event before this one that decided a request. */
    OptionalLong decisionUntil(long sequence) {
        return chunks.subList(0, chunks.indexOf(chunkOf(sequence - 1)) + 1).reversed().stream()
                .map(chunk -> chunk.decisionUntil(sequence))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    /** The same with one more chunk, and without the oldest ones. */
    Held roll(Chunk fresh, int dropped) {
        return new Held(
                Stream.concat(chunks.stream().skip(dropped), Stream.of(fresh)).toList(), chunkSize);
    }
}
