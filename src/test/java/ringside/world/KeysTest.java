package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void aKeyThatIsAPathIsAskedForAsItIsAndAnyOtherByAParameter() {
        assertThat(Keys.pathOf("/api/users/7")).isEqualTo("/api/users/7");
        assertThat(Keys.pathOf("user:7")).isEqualTo("/?key=user:7");
        assertThat(Keys.pathOf("/two words")).isEqualTo("/?key=/two%20words");
        assertThat(Keys.pathOf("/a?b")).isEqualTo("/?key=/a?b");
    }
}
