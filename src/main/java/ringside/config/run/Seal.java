package ringside.config.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ringside.config.Digest;

/** The end of a run, which says of all the bytes before it what they were when they were written. */
final class Seal {
    /** The comment of the file before it is sealed: as long as the seal. */
    static final String BLANK = "sha256 " + "0".repeat(64);

    private static final int DIGITS = 64;

    private Seal() {}

    /** Puts it over the blank one at the end. */
    static void put(byte[] run) {
        var digest = ofAllBefore(run).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digest, 0, run, run.length - DIGITS, DIGITS);
    }

    /** Whether every byte is as it was when the seal was put. */
    static boolean unbroken(byte[] run) {
        return run.length > DIGITS
                && new String(run, run.length - DIGITS, DIGITS, StandardCharsets.ISO_8859_1).equals(ofAllBefore(run));
    }

    private static String ofAllBefore(byte[] run) {
        return Digest.of(Arrays.copyOf(run, run.length - DIGITS));
    }
}
