package ringside.config.run;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A small picture as the bytes of a PNG file, of a size that is safe to decode. */
public final class Preview {
    /** The widest and highest that it may be, in pixels. */
    public static final int MOST_PIXELS = 2000;

    private static final byte[] BEGINNING = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    private static final int HEAD = BEGINNING.length + 8;

    private final byte[] png;

    /** A picture. @throws IllegalArgumentException when the bytes begin no PNG file, or one that is too large */
    public Preview(byte[] png) {
        if (png.length < HEAD || !Arrays.equals(BEGINNING, 0, BEGINNING.length, png, 0, BEGINNING.length)) {
            throw new IllegalArgumentException("this is no PNG picture");
        }
        var sizes = ByteBuffer.wrap(png, BEGINNING.length, 8);
        int width = sizes.getInt();
        int height = sizes.getInt();
        if (Math.min(width, height) < 1 || Math.max(width, height) > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "a preview is 1 to " + MOST_PIXELS + " pixels wide and high, not " + width + "×" + height);
        }
        this.png = png.clone();
    }

    /** The bytes of the PNG file. */
    public byte[] png() {
        return png.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Preview preview && Arrays.equals(png, preview.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    @Override
    public String toString() {
        return "a PNG picture of " + png.length + " bytes";
    }
}
