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

    /** Its colour, for areas. */
    public static Color colour(ServerId server) {
        return COLOURS.get(number(server));
    }

    /** The same as a stylesheet writes it. */
    public static String web(ServerId server) {
        return "#" + colour(server).toString().substring(2, 8);
    }

    /** The style of its name in text: readable on the card of either theme. */
    public static String lettering(ServerId server) {
        return "-fx-text-fill: -identity-" + number(server) + ";";
    }

    private static int number(ServerId server) {
        int last = Character.toUpperCase(server.name().charAt(server.name().length() - 1));
        int place = last >= 'A' && last <= 'Z' ? last - 'A' : last - '1';
        return Math.floorMod(place, COLOURS.size());
    }
}
