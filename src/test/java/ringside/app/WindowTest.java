package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class WindowTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        new Window().start(shown);
    }

    @Test
    void opensWithoutADisplay() {
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.getTitle()).isEqualTo("Ringside");
    }
}
