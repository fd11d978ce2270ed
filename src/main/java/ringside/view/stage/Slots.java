package ringside.view.stage;

/**
 * Where the requests in a server's hands are drawn: the first inside its tile, further ones in a row before it.
 *
 * @param inside how many fit inside
 * @param waiting how many fit into the row
 */
record Slots(int inside, int waiting) {
    private static final double PITCH = 15;
    private static final int COLUMNS = 4;

    /** What fits a tile of this size, whose server works on so many at once. */
    static Slots of(double tile, int workers) {
        return tile < 40 ? new Slots(0, tile < 26 ? 0 : 4) : new Slots(Math.min(workers, 2 * COLUMNS), 8);
    }

    int all() {
        return inside + waiting;
    }

    /** How large a request is drawn there. */
    double radius(int slot) {
        return slot < inside ? 4 : 5.5;
    }

    /** The middle of a slot, counted from 0 and possibly between two; {@code toward} is where the row begins. */
    Place place(Box tile, double slot, Place rowDirection) {
        if (slot < inside) {
            double pitch = (tile.width() - 10) / COLUMNS;
            double column = slot % COLUMNS;
            double row = Math.floor(slot / COLUMNS);
            return new Place(tile.x() + 5 + pitch * (column + 0.5), tile.bottom() - 9 - row * 10);
        }
        double n = slot - inside;
        double reach = tile.width() / 2 + 12 + n * PITCH;
        return tile.centre().plus(rowDirection.x() * reach, rowDirection.y() * reach);
    }
}
