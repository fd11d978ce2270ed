package ringside.app;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window: one scene under one theme. */
public final class Window extends Application {
    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setTitle("Ringside");
        stage.setScene(new Scene(new StackPane(new Label("A front-row seat to load balancing")), 1280, 800));
        stage.show();
    }
}
