package ringside.view.stage;

import ringside.view.Identity;

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
 * @param falling going down: up as yet, but its last checks failed
 * @param warn coming up: down as yet, but its last checks passed
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
        Tint falling,
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
            Tint.of(0x7a6a00),
            Tint.of(0xb35900),
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
            Tint.of(0xf2d64b),
            Tint.of(0xf0883e),
            Tint.of(0xf85149),
            Tint.of(0x4493f8),
            true);

    private static final double READABLE = 4.5;
    private static final double SEEN = 1.5;
    private static final int[] KIN = {0x8250df, 0x1b7c83, 0xbf3989, 0x4c6a00, 0x953800, 0x57606a};
    private static final int[] KIN_AT_NIGHT = {0xbc8cff, 0x39c5cf, 0xff7bb8, 0xa5c850, 0xffa657, 0xb1bac4};

    /** The colour of an identity, for areas and edges. */
    Tint identity(int number) {
        var pure = Tint.of(Identity.rgb(number));
        return dark ? until(pure, SEEN * 2) : until(pure, SEEN);
    }

    /** The colour of an identity for letters: readable on the card and on its own wash. */
    Tint lettering(int number) {
        return until(identity(number), READABLE);
    }

    /** The colour of a group of clients or of a pool, from 0: none of the identities' colours. */
    Tint kin(int number) {
        return Tint.of((dark ? KIN_AT_NIGHT : KIN)[number % KIN.length]);
    }

    /** The pure colour of a health that is about to change, for areas that have an edge. */
    Tint turning(boolean up) {
        return Tint.of(up ? 0xf2cc0c : 0xf59b23);
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
