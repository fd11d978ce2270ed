package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CookieJarsTest {
    private final CookieJars jars = new CookieJars();

    @Test
    void eachClientCarriesItsOwnWithoutTheirAttributes() {
        jars.take("10.0.0.1", "AT=B; Path=/; HttpOnly");
        jars.take("10.0.0.1", "SESSION=7");
        jars.take("10.0.0.2", "AT=A");
        assertThat(jars.of("10.0.0.1")).isEqualTo("AT=B; SESSION=7");
        assertThat(jars.of("10.0.0.2")).isEqualTo("AT=A");
        assertThat(jars.of("10.0.0.3")).isEmpty();
    }

    @Test
    void aCookieIsReplacedByOneOfItsName() {
        jars.take("10.0.0.1", "AT=A");
        jars.take("10.0.0.1", "AT=B");
        assertThat(jars.of("10.0.0.1")).isEqualTo("AT=B");
    }

    @Test
    void whatIsNoCookieIsLeftAndSoIsAnythingAfterTheTwentieth() {
        jars.take("10.0.0.1", "nonsense; a=b");
        jars.take("10.0.0.1", "=b");
        assertThat(jars.of("10.0.0.1")).isEmpty();
        for (int i = 0; i < 30; i++) {
            jars.take("10.0.0.1", "c" + i + "=" + i);
        }
        assertThat(jars.of("10.0.0.1").split("; ", -1)).hasSize(20);
    }
}
