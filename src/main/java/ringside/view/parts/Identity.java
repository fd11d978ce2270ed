package ringside.view.parts;

import java.util.List;
import javafx.scene.paint.Color;
import ringside.engine.ServerId;

/** A server's letter and colour: the same wherever it appears, in both themes, and told apart by the colour-blind. */
public final class Identity {
    /* Okabe and Ito's palette, in the order in which servers A, B, C … are named. */
    private static final List<Color> COLOURS = List.of(
            Color.web("#0072b2"),
            Color.web("#e69f00"),
            Color.web("#009e73"),
            Color.web("#cc79a7"),
            Color.web("#d55e00"),
            Color.web("#56b4e9"));

    private Identity() {}

    /** Its colour, from the last character of its name. */
    public static Color colour(ServerId server) {
        int last = Character.toUpperCase(server.name().charAt(server.name().length() - 1));
        int place = last >= 'A' && last <= 'Z' ? last - 'A' : last >= '0' ? last - '0' - 1 : last;
        return COLOURS.get(Math.floorMod(place, COLOURS.size()));
    }

    /** The same as a stylesheet writes it. */
    public static String web(ServerId server) {
        return "#" + colour(server).toString().substring(2, 8);
    }
}
