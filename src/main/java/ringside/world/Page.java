package ringside.world;

import java.util.Arrays;
import ringside.engine.ServerId;

/**
 * The arrays that a chunk is written on. What is written never changes; what is written later comes after it.
 */
final class Page {
    /** Numbers, and the letters of each word where it first comes up. */
    final byte[] bytes;
    /** Where in the bytes each word's letters are. */
    final int[] words;
    /** The servers that are named. */
    final ServerId[] servers;
    /** Whatever is rare and kept as it is. */
    final Object[] kept;

    Page(byte[] bytes, int[] words, ServerId[] servers, Object[] kept) {
        this.bytes = bytes;
        this.words = words;
        this.servers = servers;
        this.kept = kept;
    }

    /** An empty one with room for this many bytes. */
    static Page blank(int bytes) {
        return new Page(new byte[bytes], new int[16], new ServerId[4], new Object[1]);
    }

    /** What it takes in bytes, without what is kept. */
    long weight() {
        return bytes.length + 4L * (words.length + servers.length + kept.length);
    }

    Page bytes(int room) {
        return new Page(Arrays.copyOf(bytes, room), words, servers, kept);
    }

    Page words(int room) {
        return new Page(bytes, Arrays.copyOf(words, room), servers, kept);
    }

    Page servers(int room) {
        return new Page(bytes, words, Arrays.copyOf(servers, room), kept);
    }

    Page kept(int room) {
        return new Page(bytes, words, servers, Arrays.copyOf(kept, room));
    }
}
