package ringside.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FormatTest {
    @Test
    void everyFileIsFormatted() throws IOException {
        assertThat(Format.unformatted())
                .as("files to format: ./mvnw -q -Pformat does it")
                .isEmpty();
    }
}
