package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.text.Font;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class FontsTest {
    @ParameterizedTest
    @CsvSource({
        "Inter-Regular.otf, Inter Regular",
        "Inter-Medium.otf, Inter Medium",
        "Inter-SemiBold.otf, Inter Semi Bold",
        "Inter-Bold.otf, Inter Bold",
        "JetBrainsMono-Regular.ttf, JetBrains Mono Regular",
        "JetBrainsMono-Bold.ttf, JetBrains Mono Bold"
    })
    void travelWithTheProgram(String file, String name) {
        var stream = Optional.ofNullable(RingsideApp.class.getResourceAsStream("/ringside/assets/fonts/" + file));
        assertThat(Font.loadFont(stream.orElseThrow(), 12).getName()).isEqualTo(name);
    }
}
