package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;

final class IdentitiesTest {
    private final Identities identities = new Identities();

    private List<Integer> shades(String... names) {
        var servers = Stream.of(names).map(ServerId::new).toList();
        identities.meet(servers);
        return servers.stream().map(server -> identities.of(server).shade()).toList();
    }

    @Test
    void lettersHaveTheirOwnColour() {
        assertThat(shades("B", "A", "Server-C")).containsExactly(1, 0, 2);
    }

    @Test
    void noTwoHaveOneColourWhileAnotherIsFree() {
        assertThat(shades("A", "I", "V", "U", "O")).containsExactly(0, 2, 3, 5, 4);
    }

    @Test
    void coloursComeRoundAgainWhenAllAreTaken() {
        assertThat(shades("A", "B", "C", "D", "E", "F", "G", "H")).containsExactly(0, 1, 2, 3, 4, 5, 0, 1);
        assertThat(identities.of(new ServerId("G")).pattern())
                .isNotEqualTo(identities.of(new ServerId("A")).pattern());
    }
}
