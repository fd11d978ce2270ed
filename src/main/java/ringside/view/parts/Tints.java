package ringside.view.parts;

import javafx.scene.paint.Color;
import ringside.view.Identity;

/** A server's colour in controls: the same wherever it appears, in both themes. */
public final class Tints {
    private Tints() {}

    /** Its colour, for areas. */
    public static Color area(Identity identity) {
        int rgb = Identity.rgb(identity.number());
        return Color.rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** The style of an area of its colour. */
    public static String fill(Identity identity) {
        return String.format("-fx-background-color: #%06x;", Identity.rgb(identity.number()));
    }

    /** The style of its name in text: readable on the card of either theme. */
    public static String lettering(Identity identity) {
        return "-fx-text-fill: -identity-" + identity.shade() + ";";
    }
}
