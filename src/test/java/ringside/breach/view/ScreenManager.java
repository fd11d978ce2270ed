package ringside.breach.view;

import java.nio.file.Path;
import javafx.application.Platform;
import ringside.breach.net.Wire;

public record ScreenManager(Path picture, Wire wire) {
    void show() throws InterruptedException {
        Thread.sleep(1);
        Platform.runLater(() -> System.out.println(picture));
        System.exit(1);
    }
}
