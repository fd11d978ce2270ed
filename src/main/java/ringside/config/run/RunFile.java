package ringside.config.run;

import ringside.config.BadInput;

/** Runs as files: see the package for what is in one. */
public final class RunFile {
    /** How the name of such a file ends. */
    public static final String ENDING = ".ringside";

    /** How many bytes such a file may have. */
    public static final int LARGEST = 64 << 20;

    private static final byte[] BEGINNING = {'P', 'K', 3, 4};

    /** How many bytes from its beginning the preview needs at most. */
    public static final int PREVIEW_WITHIN = Manifest.MOST + Part.PREVIEW.most() + 4096;

    private RunFile() {}

    /** Whether bytes begin as a run does. */
    public static boolean begins(byte[] bytes) {
        for (int i = 0; i < BEGINNING.length; i++) {
            if (i >= bytes.length || bytes[i] != BEGINNING[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The bytes of a run: the same ones for the same run.
     *
     * @param by which program writes it
     * @throws IllegalArgumentException when it can't be said in full, saying what of it
     */
    public static byte[] write(Run run, String by) {
        var bytes = RunWriter.write(run, by);
        if (!run.equals(reread(bytes))) {
            throw new IllegalArgumentException("this run can't be saved: what it says could not be read again");
        }
        return bytes;
    }

    private static Run reread(byte[] bytes) {
        try {
            return read("this run", bytes);
        } catch (BadInput e) {
            throw new IllegalArgumentException("this run can't be saved: " + e.getMessage(), e);
        }
    }

    /** The run in a file with this name. @throws BadInput when it is none, damaged, or a newer one, saying which */
    public static Run read(String name, byte[] bytes) {
        return RunReader.read(name, bytes);
    }

    /**
     * The small picture of a run, of which no more is read.
     *
     * @param beginning the first {@link #PREVIEW_WITHIN} bytes of the file, or all when there are fewer
     * @throws BadInput when it is no run, or damaged so far
     */
    public static Preview preview(String name, byte[] beginning) {
        return RunReader.preview(name, beginning);
    }
}
