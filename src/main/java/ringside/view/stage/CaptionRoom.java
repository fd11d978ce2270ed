package ringside.view.stage;

/**
 * Where there is room for the caption of a server, and for how many lines.
 *
 * @param side where it stands
 * @param lines how many lines there is room for; the name below a tile on the ring is one
 */
record CaptionRoom(Side side, int lines) {
    /** From line to line. */
    static final double ROW = 16;

    /** How wide a line is that stands below a tile. */
    static final double LONGEST = 104;

    private static final int MOST = 4;
    private static final double WIDEST = 170;
    private static final double ABOVE = 18;
    private static final double BELOW_TILE = 22;
    private static final double UNDER_TILE = 32;
    private static final double STRIP = 18;
    private static final double RIM = 8;

    /** All of it beside a tile or under it, or only a name below. */
    enum Side {
        BESIDE,
        BELOW,
        UNDER,
        NOWHERE
    }

    /** The room that a tile has on a stage. */
    static CaptionRoom of(StageGeometry stage, Box tile) {
        boolean flows = stage.flowShown() > 0.98;
        double pitch = stage.flow().pitch();
        if (flows && stage.flow().captions()) {
            return new CaptionRoom(Side.BESIDE, Math.clamp((long) ((pitch - RIM) / ROW), 1, MOST));
        }
        if (flows && stage.flow().column() && pitch >= tile.height() + UNDER_TILE) {
            return new CaptionRoom(Side.UNDER, 2);
        }
        boolean below = tile.width() >= 30 && stage.flowShown() < 0.02;
        return below ? new CaptionRoom(Side.BELOW, 1) : new CaptionRoom(Side.NOWHERE, 0);
    }

    /** What a tile, the marks above it and its caption need, in whole pixels. */
    Box around(Box tile) {
        double wide = side == Side.UNDER ? WIDEST : side == Side.BELOW ? LONGEST : 0;
        double aside = Math.max(RIM, (wide - tile.width()) / 2);
        double right = side == Side.BESIDE ? WIDEST : aside;
        double beyond = side == Side.BESIDE ? (lines * ROW - tile.height()) / 2 : 0;
        double left = Math.floor(tile.x() - aside);
        double top = Math.floor(tile.y() - Math.max(ABOVE, beyond));
        double bottom = Math.ceil(tile.bottom() + Math.max(beneath(), beyond)) + 1;
        return new Box(left, top, Math.ceil(tile.width() + aside + right) + 1, bottom - top);
    }

    private double beneath() {
        return switch (side) {
            case NOWHERE -> RIM;
            case BESIDE, BELOW -> BELOW_TILE + STRIP;
            case UNDER -> UNDER_TILE + STRIP;
        };
    }
}
