package ringside.view.stage;

import ringside.view.Layout;

/** What the colour of a request says. */
public enum Lens {
    /** Which server it went to. */
    SERVER,
    /** How much of its timeout has passed. */
    AGE,
    /** Who sent it. */
    CLIENT,
    /** To which pool its route leads. */
    ROUTE;

    /** The one after it, and after the last the first. */
    Lens next() {
        return switch (this) {
            case SERVER -> AGE;
            case AGE -> CLIENT;
            case CLIENT -> ROUTE;
            case ROUTE -> SERVER;
        };
    }

    /** The one that suits a layout: servers on the ring, else age. */
    static Lens usual(Layout layout) {
        return layout == Layout.RING ? SERVER : AGE;
    }
}
