package ringside.view.parts;

import java.util.ArrayList;
import ringside.engine.route.HostMatch;
import ringside.engine.route.Route;

/** A route in one line: its conditions, and the pool that it leads to. */
public final class RouteLine {
    private RouteLine() {}

    /** Its words, such as {@code /images → images}. */
    public static String of(Route route) {
        var conditions = new ArrayList<String>();
        if (!(route.host() instanceof HostMatch.Any)) {
            conditions.add(route.host().toString());
        }
        conditions.add(route.path().toString());
        route.fields().forEach(field -> conditions.add(field.toString()));
        return String.join(" ", conditions) + " → " + route.pool();
    }
}
