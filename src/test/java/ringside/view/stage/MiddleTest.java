package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.ServerId;
import ringside.view.Layout;

final class MiddleTest {
    private static final List<StageGeometry.Guest> THREE = List.of(
            new StageGeometry.Guest(new ServerId("A"), 0.1, false, false),
            new StageGeometry.Guest(new ServerId("B"), 0.4, false, false),
            new StageGeometry.Guest(new ServerId("C"), 0.7, false, false));

    @ParameterizedTest
    @CsvSource({
        "RING, 728, 486, 1000",
        "RING, 620, 380, 400",
        "BOTH, 728, 486, 1000",
        "BOTH, 620, 380, 1000",
        "BOTH, 500, 380, 400",
        "BOTH, 420, 300, 10000",
        "BOTH, 420, 300, 3"
    })
    void whatIsWrittenInTheMiddleTouchesNoKeyAndNoOther(Layout layout, double width, double height, int keys) {
        var stage = StageGeometry.of(layout, new Box(8, 40, width, height), THREE, 3);
        var random = new SplittableRandom(5);
        var dots = KeyDots.in(stage.ring(), Turns.of(random.doubles(keys).toArray()));
        var middle = Middle.of(stage, Optional.of(dots));
        var lines = middle.lines(keys + " keys · 3 servers", List.of(), Lettering.Weight.REGULAR);
        var more = middle.lines("313 of 1 000 keys moved", lines, Lettering.Weight.SEMIBOLD);
        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            var box = letters(line, Lettering.Weight.REGULAR);
            for (int key = 0; key < keys; key++) {
                assertThat(box.inset(-dots.dot()).contains(dots.place(stage.ring(), key)))
                        .as("%s", line)
                        .isFalse();
            }
            assertThat(more)
                    .noneMatch(m -> letters(m, Lettering.Weight.SEMIBOLD).overlaps(box));
        }
    }

    private static Box letters(Middle.Line line, Lettering.Weight weight) {
        double width = new Lettering(line.size(), weight, Lettering.Align.MIDDLE).width(line.words());
        return new Box(line.at().x() - width / 2, line.at().y() - 0.75 * line.size(), width, 0.95 * line.size());
    }
}
