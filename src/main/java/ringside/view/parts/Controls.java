package ringside.view.parts;

import static ringside.view.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.view.Texts;

/** Labels and buttons as they look here: each button says aloud what it does. */
public final class Controls {
    private Controls() {}

    /** A label with style classes. */
    public static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** The same, broken over several lines when it is long. */
    public static Label paragraph(String words, String... styles) {
        var label = label(Texts.together(words), styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A heading of a part of a pane. */
    public static Label section(String words) {
        return label(words, "section");
    }

    /** A button with words on it. */
    public static Button button(String words, String style, Runnable action) {
        var button = new Button(words);
        button.getStyleClass().add(style);
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A button with a picture; the text under this key is its tip and what a screen reader says. */
    public static Button icon(Feather icon, String key, Runnable action) {
        var button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setOnAction(_ -> action.run());
        return named(button, key);
    }

    /** A button with a picture that stays down. */
    public static ToggleButton toggle(Feather icon, String key) {
        var button = new ToggleButton();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        return named(button, key);
    }

    /** Gives a button the text under this key as its tip and its spoken name. */
    public static <B extends ButtonBase> B named(B button, String key) {
        button.setAccessibleText(text(key));
        button.setTooltip(new Tooltip(text(key)));
        return button;
    }

    /** A thin line between two parts. */
    public static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    /** Something that takes all the room that is left. */
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        spring.setMinWidth(0);
        return spring;
    }

    /** Something on the left and something on the right of one line. */
    public static HBox apart(Node left, Node right) {
        var line = new HBox(8, left, spring(), right);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    /** Says aloud what a control is for. */
    public static <N extends Node> N spoken(N node, String words) {
        node.setAccessibleText(words);
        return node;
    }

    /** The same with a role. */
    public static <N extends Node> N spoken(N node, AccessibleRole role, String words) {
        node.setAccessibleRole(role);
        return spoken(node, words);
    }

    /** Shows a part, or takes it out of the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Gives a node a style class, or takes it away. */
    public static void style(Node node, String style, boolean on) {
        if (!on) {
            node.getStyleClass().remove(style);
        } else if (!node.getStyleClass().contains(style)) {
            node.getStyleClass().add(style);
        }
    }
}
