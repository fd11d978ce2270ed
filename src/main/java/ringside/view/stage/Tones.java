package ringside.view.stage;

/** Colours as style sheets write them. */
final class Tones {
    private Tones() {}

    /** As in {@code rgba(255, 255, 255, 0.5)}. */
    static String css(Tint tint) {
        return "rgba(%d, %d, %d, %s)"
                .formatted(tint.rgb() >> 16 & 255, tint.rgb() >> 8 & 255, tint.rgb() & 255, tint.alpha());
    }
}
