package ringside.view.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Theme, stylesheet and fonts of a scene; a change of theme is seen at once. */
public final class Look {
    private static final String ASSETS = "/ringside/assets/";
    private static final List<String> FONTS = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf");

    private final Scene scene;
    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<MotionChoice> motion = new SimpleObjectProperty<>(MotionChoice.SYSTEM);
    private final ReadOnlyBooleanWrapper calm = new ReadOnlyBooleanWrapper();

    /** Dresses a scene as the system is. */
    public Look(Scene scene) {
        this.scene = scene;
        FONTS.forEach(f -> Font.loadFont(Look.class.getResourceAsStream(ASSETS + "fonts/" + f), 13));
        scene.getStylesheets()
                .add(Objects.requireNonNull(Look.class.getResource(ASSETS + "css/ringside.css"))
                        .toExternalForm());
        dress();
        choice.subscribe(this::dress);
        Platform.getPreferences().colorSchemeProperty().subscribe(this::dress);
        motion.subscribe(this::pace);
        Platform.getPreferences().reducedMotionProperty().subscribe(this::pace);
    }

    private void dress() {
        boolean night = switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        var styles = scene.getRoot().getStyleClass();
        styles.removeAll("light", "dark");
        styles.add(night ? "dark" : "light");
        Application.setUserAgentStylesheet((night ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        dark.set(night);
    }

    private void pace() {
        calm.set(
                switch (motion.get()) {
                    case SMOOTH -> false;
                    case STEPS -> true;
                    case SYSTEM -> Platform.getPreferences().isReducedMotion();
                });
    }

    /** Which theme was chosen. */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** Whether it is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Whether pictures are to move. */
    public ObjectProperty<MotionChoice> motionProperty() {
        return motion;
    }

    /** Whether pictures go on in steps now. */
    public ReadOnlyBooleanProperty calmProperty() {
        return calm.getReadOnlyProperty();
    }

    /** Lets pictures move smoothly or in steps, whichever they do not. */
    public void toggleMotion() {
        motion.set(calm.get() ? MotionChoice.SMOOTH : MotionChoice.STEPS);
    }

    /** Chooses the other of light and dark. */
    public void toggle() {
        choice.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }
}
