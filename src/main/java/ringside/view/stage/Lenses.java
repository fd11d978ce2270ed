package ringside.view.stage;

import java.util.EnumMap;
import java.util.Map;
import ringside.view.Layout;

/** What colours say in each layout: what was chosen there last, or what suits it. */
final class Lenses {
    private final Map<Layout, Lens> chosen = new EnumMap<>(Layout.class);

    /** The lens of a layout. */
    Lens of(Layout layout) {
        return chosen.getOrDefault(layout, Lens.usual(layout));
    }

    /** Keeps one for a layout. */
    void choose(Layout layout, Lens lens) {
        chosen.put(layout, lens);
    }

    /** Goes on to the next one; past routes when there are none. */
    void next(Layout layout, boolean routes) {
        var next = of(layout).next();
        choose(layout, next == Lens.ROUTE && !routes ? next.next() : next);
    }
}
