package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ringside.engine.Member;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Terms;

final class ScenarioTest {
    private static final ServerSpec A = ServerSpec.named("A");
    private static final ServerSpec B = ServerSpec.named("B");

    private static Member seen(ServerSpec spec) {
        return Scenario.of(spec).pool(_ -> true).at(0);
    }

    @Test
    void aServerThatIsOrderedDownGetsNothingHoweverWellItIs() {
        assertThat(seen(A.down(true)).standing()).isEqualTo(Standing.DOWN);
        assertThat(Scenario.of(A).pool(_ -> false).at(0).standing()).isEqualTo(Standing.DOWN);
        assertThat(seen(A).standing()).isEqualTo(Standing.UP);
    }

    @Test
    void policiesSeeTheTermsOfAServer() {
        var terms = Terms.STANDARD.asBackup().failing(3, Duration.ofSeconds(5)).limitedTo(7);
        assertThat(seen(A.on(terms)).terms()).isEqualTo(terms);
    }

    @Test
    void aServerWithAnAddressIsHashedByItUnlessItIsWrittenOtherwise() {
        assertThat(seen(A.at("127.0.0.1:9001")).written()).isEqualTo("127.0.0.1:9001");
        assertThat(seen(A.at("127.0.0.1:9001").on(Terms.STANDARD.writtenAs("alpha")))
                        .written())
                .isEqualTo("alpha");
        assertThat(seen(A).written()).isEqualTo("A");
    }

    @Test
    void otherTermsMakeAnotherPool() {
        var before = Scenario.of(A, B);
        var after = before.change(new ServerId("B"), b -> b.on(Terms.STANDARD.asBackup()));
        assertThat(Difference.between(before, after).pool()).isTrue();
        assertThat(Difference.between(before, before.change(B.id(), b -> b.down(true)))
                        .pool())
                .isTrue();
        assertThat(Difference.between(before, before.change(B.id(), b -> b.sized(1, 1)))
                        .pool())
                .isFalse();
    }
}
