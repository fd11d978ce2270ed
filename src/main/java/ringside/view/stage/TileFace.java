package ringside.view.stage;

import ringside.view.Identity;

/** Draws the face that all tiles share: the letter, and the tile of a server that is not in the pool. */
record TileFace(Brush brush, Palette palette) {
    /** Draws a tile that rests, dashed, or is carried, solid. */
    void draw(Identity identity, Box box, boolean carried) {
        double corner = corner(box);
        var tint = palette.identity(identity.number());
        brush.rectangle(box, corner, Ink.fill(palette.card()));
        if (carried) {
            brush.rectangle(box, corner, Ink.fill(palette.wash(identity.number())));
        }
        var edge = Ink.stroke(tint, carried ? 2.2 : 1.8);
        brush.rectangle(box, corner, carried ? edge : edge.dashed(4));
        letter(identity, box, 1);
    }

    /** How round a tile's corners are. */
    static double corner(Box box) {
        return Math.min(10, box.width() * 0.22);
    }

    /** Draws the letter this clearly. */
    void letter(Identity identity, Box box, double seen) {
        if (box.width() < 12) {
            return;
        }
        double share = identity.badge().length() > 2 ? 0.3 : identity.badge().length() > 1 ? 0.36 : 0.42;
        double size = box.width() * share;
        brush.text(
                identity.badge(),
                box.centre().plus(0, size * 0.36),
                Lettering.bold(Math.rint(size)).middle(),
                palette.lettering(identity.number()).at(seen));
    }
}
