package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import ringside.engine.Trials;

final class YamlDraftTest {
    private static Object loaded(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    @Test
    void writesMapsListsAndPlainValues() {
        var inner = new YamlDraft().with("a", 1).with("b", true);
        var draft = new YamlDraft()
                .with("name", "x")
                .with("map", inner)
                .with("list", List.of("y", inner, new YamlDraft(), List.of(2L)))
                .with("half", new BigDecimal("0.50"))
                .with("nothing", new YamlDraft())
                .with("none", List.of());

        assertThat(draft.text()).isEqualTo("""
            name: x
            map:
              a: 1
              b: true
            list:
              - "y"
              - a: 1
                b: true
              - {}
              -
                - 2
            half: 0.50
            nothing: {}
            none: []
            """);
        assertThat(loaded(draft.text()))
                .isEqualTo(Map.of(
                        "name", "x",
                        "map", Map.of("a", 1, "b", true),
                        "list", List.of("y", Map.of("a", 1, "b", true), Map.of(), List.of(2)),
                        "half", 0.5,
                        "nothing", Map.of(),
                        "none", List.of()));
    }

    @Test
    void quotesWhatOldReadersTakeForSomethingElse() {
        for (var word :
                List.of("yes", "No", "ON", "off", "y", "null", "~", "1", "1.5", "0x1f", "1e3", "", " a", "a: b", "#")) {
            assertThat(new YamlDraft().with("k", word).text()).isEqualTo("k: \"" + word + "\"\n");
        }
    }

    @Test
    void keepsAnyText() {
        Trials.of(500, random -> {
            var text = random.ints(random.nextInt(12), 0, 0x3000)
                    .filter(c -> c != 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var draft = new YamlDraft().with("a", List.of(new YamlDraft().with("k" + text, text + "\n- b: c")));
            assertThat(loaded(draft.text())).isEqualTo(Map.of("a", List.of(Map.of("k" + text, text + "\n- b: c"))));
        });
    }
}
