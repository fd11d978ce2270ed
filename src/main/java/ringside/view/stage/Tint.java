package ringside.view.stage;

/**
 * A colour.
 *
 * @param rgb red, green and blue as in {@code 0xRRGGBB}
 * @param alpha 0 for clear to 1 for solid
 */
record Tint(int rgb, double alpha) {
    static Tint of(int rgb) {
        return new Tint(rgb, 1);
    }

    /** The same colour, this clear, to a hundredth. */
    Tint at(double other) {
        return new Tint(rgb, Math.round(other * 100) / 100.0);
    }

    /** What is seen when this lies on a solid colour. */
    Tint over(Tint ground) {
        return ground.toward(of(rgb), alpha);
    }

    /** The colour this share of the way to another: 0 here, 1 there. */
    Tint toward(Tint other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = rgb >> shift & 255;
            int to = other.rgb >> shift & 255;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return new Tint(mixed, alpha + (other.alpha - alpha) * share);
    }

    /** How well one can be told from the other, 1 to 21: WCAG 2.2, contrast ratio. */
    double contrast(Tint other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
