package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;

final class WhatIfTest {
    private static final ServerId C = new ServerId("C");

    private final Scenario three = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"), ServerSpec.named("C"))
            .with(new Traffic(new Arrivals.None(), 50, new Keys.Uniform(6000)));

    @Test
    void onARingOnlyTheLeaversKeysMoveAndUnderModNTwoThirds() {
        var whatIf = WhatIf.of(three.with(PolicyChoice.of("textbook/md5-ring")), leave(C));
        assertThat(whatIf.policy().id()).isEqualTo("textbook/md5-ring");
        assertThat(whatIf.ring().entries())
                .hasSize(6000)
                .allSatisfy(e -> assertThat(e.moved()).isEqualTo(e.before().equals(new Ledger.Owner.Of(C))));
        assertThat(whatIf.modN().law()).isEqualTo(1 - 2.0 / 6);
        assertThat(whatIf.modN().fraction()).isBetween(0.64, 0.70);
        assertThat(whatIf.subject()).contains(C);
    }

    @Test
    void whoeverGainsKeysGainsAllThatMoved() {
        var whatIf = WhatIf.of(three.with(PolicyChoice.of("textbook/ring")), leave(C));
        assertThat(whatIf.received()).containsOnlyKeys(new ServerId("A"), new ServerId("B"));
        assertThat(whatIf.received().values().stream()
                        .mapToLong(Integer::longValue)
                        .sum())
                .isEqualTo(whatIf.ring().moved());
    }

    @Test
    void aPolicyThatLooksAtMoreThanTheKeyIsAskedAboutTheTextbooksRing() {
        assertThat(WhatIf.of(three, leave(C)).policy().id()).isEqualTo("textbook/ring");
        assertThat(WhatIf.of(three.with(PolicyChoice.of("textbook/mod-n")), leave(C))
                        .policy()
                        .id())
                .isEqualTo("textbook/ring");
    }

    @Test
    void ofVeryManyKeysEveryNthIsAsked() {
        var many = three.with(new Traffic(new Arrivals.None(), 50, new Keys.Uniform(50_000)));
        var keys = WhatIf.of(many, leave(C)).keys();
        assertThat(keys).hasSize(16_666).startsWith("user:0", "user:3", "user:6");
    }

    @Test
    void aCommandThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> WhatIf.of(three, leave(new ServerId("Z"))))
                .hasMessageContaining("no server is named Z");
    }

    private static Command leave(ServerId server) {
        return new Command.RemoveServer(server, Command.Leaving.DRAIN);
    }
}
