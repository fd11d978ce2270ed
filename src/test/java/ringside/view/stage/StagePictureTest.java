package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.view.Layout;

final class StagePictureTest {
    @Test
    void theRingOfTwelveKeysIsDrawnAsItAlwaysWas() throws IOException {
        assertThat(withoutText(picture(Layout.RING).svg())).isEqualToIgnoringNewLines(kept());
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aPictureIsTheSameEachTime(Layout layout) {
        assertThat(picture(layout).svg())
                .isEqualTo(picture(layout).svg())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"400\"")
                .endsWith("</svg>\n");
    }

    @Test
    void serversAndTheirPolicyAreNamedInText() {
        assertThat(picture(Layout.FLOW).svg()).contains(">MD5 ring</text>", ">A</text>", ">0 in flight</text>");
    }

    @Test
    void aPictureOfNoSizeIsRefused() {
        var snapshot = picture(Layout.RING).snapshot();
        assertThatThrownBy(() -> new StagePicture(snapshot, Layout.RING, Palette.LIGHT, 100, 400))
                .hasMessageContaining("200 to 8000 pixels")
                .hasMessageContaining("100×400");
    }

    private static StagePicture picture(Layout layout) {
        try (var world = Worlds.simulated(Worlds.scenario("textbook/md5-ring", 3, 12))) {
            return new StagePicture(world.timeline().at(0), layout, Palette.LIGHT, 480, 400);
        }
    }

    private static String withoutText(String svg) {
        return svg.lines().filter(line -> !line.startsWith("<text")).collect(Collectors.joining("\n"));
    }

    private static String kept() throws IOException {
        try (var in = StagePictureTest.class.getResourceAsStream("ring.svg")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
