package ringside.view.stage;

/**
 * The stage's colours: one set for a light room and one for a dark one.
 *
 * @param card what the stage lies on
 * @param panel what the shelf and client groups lie on
 * @param line hairlines and pipes
 * @param text what is read first
 * @param muted what is read second
 * @param accent the one colour that says "this can be used"
 * @param good up, passed
 * @param warn about to change
 * @param bad down, failed, dropped
 * @param calm draining
 * @param dark whether the card is darker than the text
 */
public record Palette(
        Tint card,
        Tint panel,
        Tint line,
        Tint text,
        Tint muted,
        Tint accent,
        Tint good,
        Tint warn,
        Tint bad,
        Tint calm,
        boolean dark) {
    /** For a light room. */
    public static final Palette LIGHT = new Palette(
            Tint.of(0xffffff),
            Tint.of(0xeaeef2),
            Tint.of(0xd0d7de),
            Tint.of(0x1f2328),
            Tint.of(0x59636e),
            Tint.of(0x0969da),
            Tint.of(0x1a7f37),
            Tint.of(0x9a6700),
            Tint.of(0xcf222e),
            Tint.of(0x0969da),
            false);

    /** For a dark room. */
    public static final Palette DARK = new Palette(
            Tint.of(0x151b23),
            Tint.of(0x212830),
            Tint.of(0x3d444d),
            Tint.of(0xe6edf3),
            Tint.of(0x9198a1),
            Tint.of(0x4493f8),
            Tint.of(0x3fb950),
            Tint.of(0xe3a008),
            Tint.of(0xf85149),
            Tint.of(0x4493f8),
            true);

    /* Okabe & Ito 2008, told apart by every common kind of colour vision; without its yellow, too faint on white. */
    private static final int[] IDENTITIES = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0xd55e00, 0x56b4e9};
    private static final double READABLE = 4.5;
    private static final double SEEN = 1.5;

    /** The colour of an identity, for areas and edges. */
    Tint identity(int number) {
        var pure = Tint.of(IDENTITIES[number % IDENTITIES.length]);
        return dark ? until(pure, SEEN * 2) : until(pure, SEEN);
    }

    /** The colour of an identity for letters: readable on the card and on its own wash. */
    Tint lettering(int number) {
        return until(identity(number), READABLE);
    }

    /** A faint wash of an identity's colour. */
    Tint wash(int number) {
        return identity(number).at(dark ? 0.28 : 0.24);
    }

    private Tint until(Tint tint, double contrast) {
        var far = dark ? Tint.of(0xffffff) : Tint.of(0x000000);
        for (double share = 0; share < 1; share += 0.04) {
            var found = tint.toward(far, share);
            var ground = contrast == READABLE ? tint.at(dark ? 0.28 : 0.24).over(card) : card;
            if (found.contrast(card) >= contrast && found.contrast(ground) >= contrast) {
                return found;
            }
        }
        return far;
    }

    /** The colour of a request that has used this share of its time: green, then amber, then red. */
    Tint age(double share) {
        var young = dark ? Tint.of(0x3fb950) : Tint.of(0x2da44e);
        var middle = Tint.of(0xe3a008);
        return share < 0.5 ? young.toward(middle, share * 2) : middle.toward(bad, share * 2 - 1);
    }
}
