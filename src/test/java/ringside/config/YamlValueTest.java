package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class YamlValueTest {
    private static YamlValue value(String text) {
        return Yaml.read("f.yaml", "v: " + text + "\n").map("v").required("v");
    }

    private static void refuses(String text, Consumer<YamlValue> reading, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> reading.accept(value(text)))
                .withMessage("f.yaml:1:4: `v` " + message);
    }

    @Test
    void readsWhatIsThere() {
        assertThat(value("\"7\"").text()).isEqualTo("7");
        assertThat(value("user:7").text()).isEqualTo("user:7");
        assertThat(value("7").whole(1, 9)).isEqualTo(7);
        assertThat(value("1.5").number(1, 9)).isEqualTo(1.5);
        assertThat(value("true").yesOrNo()).isTrue();
        assertThat(value("10ms").duration()).isEqualTo(Duration.ofMillis(10));
        assertThat(value("600/min").rate(1, 100)).isEqualTo(10);
        assertThat(value("b").oneOf("a", "b")).isEqualTo("b");
        assertThat(value("[x, y]").list().stream().map(YamlValue::text)).containsExactly("x", "y");
        assertThat(value("{b: x}").choice("a", "b").getKey()).isEqualTo("b");
        assertThat(value("{b: x, a: y}").entries().keySet()).containsExactly("b", "a");
    }

    @Test
    void refusesAnotherType() {
        refuses("7", YamlValue::text, "is 7; it should be text: write \"7\"");
        refuses("~", YamlValue::text, "is empty; it should be text");
        refuses("\"7\"", v -> v.whole(1, 9), "is \"7\"; it should be a whole number from 1 to 9");
        refuses("heavy", v -> v.whole(1, 9), "is heavy; it should be a whole number from 1 to 9");
        refuses("1.5", v -> v.whole(1, 9), "is 1.5; it should be a whole number from 1 to 9");
        refuses("[1]", v -> v.whole(1, 9), "is a list; it should be a whole number from 1 to 9");
        refuses("0x7", v -> v.whole(1, 9), "is 0x7; it should be a whole number from 1 to 9");
        refuses("yes", YamlValue::yesOrNo, "is yes; it should be true or false");
        refuses("{}", YamlValue::list, "is a map; it should be a list");
        refuses("[]", v -> v.map("a", "b"), "is a list; it should be a map with the keys a, b");
        refuses("{}", YamlValue::duration, "is a map; it should be a duration such as 10ms, 1s or 2m");
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        refuses("0", v -> v.whole(1, 9), "is 0; it should be a whole number from 1 to 9");
        refuses("-1", v -> v.whole(1, 9), "is -1; it should be a whole number from 1 to 9");
        refuses("1e9", v -> v.number(1, 9), "is 1e9; it should be a number from 1 to 9");
        refuses(".nan", v -> v.number(1, 9), "is .nan; it should be a number from 1 to 9");
        refuses(
                "5ms",
                v -> v.duration(Duration.ofMillis(10), Duration.ofHours(1)),
                "is 5ms; it should be a duration from 10ms to 1h");
        refuses("0/s", v -> v.rate(0.001, 100), "is 0/s; it should be a rate from 0.001/s to 100/s");
    }

    @Test
    void wantsUnits() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> value("10").duration())
                .withMessage("f.yaml:1:4: `v`: 10 has no unit; write a duration such as 10ms, 1s or 2m");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> value("80").rate(1, 100))
                .withMessage("f.yaml:1:4: `v`: 80 has no unit; write a rate such as 80/s or 600/min");
    }

    @Test
    void refusesAnUnknownWordAndGuessesWhichWasMeant() {
        refuses(
                "zombi",
                v -> v.oneOf("healthy", "zombie"),
                "is zombi; it should be one of healthy, zombie (did you mean zombie?)");
        refuses("x", v -> v.oneOf("healthy", "zombie"), "is x; it should be one of healthy, zombie");
    }

    @Test
    void refusesAnUnknownKeyAndGuessesWhichWasMeant() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> value("{polcy: 1}").map("policy", "servers"))
                .withMessage("f.yaml:1:5: unknown key `polcy`; did you mean `policy`? known: policy, servers");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> value("{x: 1}").map("policy", "servers"))
                .withMessage("f.yaml:1:5: unknown key `x`; known: policy, servers");
    }

    @Test
    void missesARequiredKey() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> value("{a: 1}").map("a", "b").required("b"))
                .withMessage("f.yaml:1:4: `b` is missing in `v`; add `b: …`");
    }

    @Test
    void wantsExactlyOneOfAChoice() {
        refuses("{}", v -> v.choice("a", "b"), "has 0 keys; it should have one of a, b");
        refuses("{a: 1, b: 2}", v -> v.choice("a", "b"), "has 2 keys; it should have one of a, b");
    }

    @Test
    void tellsAnIllegalArgumentAtItsPlace() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> value("x").text(text -> {
                    throw new IllegalArgumentException(text + " will not do\u0007");
                }))
                .withMessage("f.yaml:1:4: `v`: x will not do\\u0007");
    }

    @Test
    void asksOnlyForKeysItSaidItKnows() {
        assertThatIllegalStateException()
                .isThrownBy(() -> value("{a: 1}").map("a").optional("b"))
                .withMessage("`b` was not named among the keys to expect: [a]");
    }
}
