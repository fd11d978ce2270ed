package ringside.view.stage;

/**
 * Where the requests in a server's hands are drawn: inside its tile while it works on them, waiting in a row before it.
 *
 * @param inside how many fit inside; what does not stands in the row as well
 * @param waiting how many fit into the row
 * @param columns how many stand beside each other inside
 */
record Slots(int inside, int waiting, int columns) {
    private static final double PITCH = 15;
    private static final double SMALLEST = 30;
    private static final double LARGE = 44;
    private static final double STEP = 8;

    /** What fits a tile of this size. */
    static Slots of(double tile) {
        if (tile < SMALLEST) {
            return new Slots(0, 0, 1);
        }
        int columns = (int) ((tile - 6) / STEP);
        int rows = tile < LARGE ? 1 : 2;
        return new Slots(rows * columns, tile < LARGE ? 4 : 8, columns);
    }

    int all() {
        return inside + waiting;
    }

    /** How large a request is drawn there. */
    double radius(int slot) {
        return slot < inside ? 3.5 : 5.5;
    }

    /** The middle of a slot, counted from 0 and possibly between two; {@code way} is where the row goes, of length 1. */
    Place place(Box tile, double slot, Place way) {
        int lower = (int) slot;
        var at = place(tile, lower, way);
        return slot == lower ? at : at.toward(place(tile, lower + 1, way), slot - lower);
    }

    private Place place(Box tile, int slot, Place way) {
        if (slot < inside) {
            int column = slot % columns;
            int row = slot / columns;
            return new Place(tile.centre().x() + (column - (columns - 1) / 2.0) * STEP, tile.bottom() - 7 - row * STEP);
        }
        double reach = tile.width() / 2 + 12 + (slot - inside) * PITCH;
        return tile.centre().plus(way.x() * reach, way.y() * reach);
    }
}
