package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.config.CommandWords;
import ringside.config.Reach;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.view.Show;
import ringside.world.World;

/** What stands beside the stage of a live world. */
@ExtendWith(ApplicationExtension.class)
final class LegsWindowTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage, (_, scenario) -> new LiveWorld(scenario, LiveOptions.anywhere()));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static void say(Show show, String words) {
        var command = CommandWords.read(ringside.config.Place.startOf("test"), words, Reach.THIS_MACHINE);
        var outcome = show.world().apply(command.in(show.world()));
        assertThat(outcome).isInstanceOf(World.Outcome.Done.class);
    }

    @Test
    void bothLayersAreOnTheirStages() {
        var show = rig.learn("l4-and-l7").show();
        say(show, "traffic closed 4 think 20ms");
        Rig.until(
                "both tell of answers",
                () -> rig.words("#beside-first").matches("Layer 7 .*A [1-9].*")
                        && rig.words("#beside-second").matches("Layer 4, the same requests .*A [1-9].*"));
    }

    @Test
    void bytesAreShownBesideEachLegAndRulesTurnGrey() {
        var show = rig.learn("tls-termination").show();
        say(show, "traffic poisson 20/s");
        Rig.until(
                "both are read",
                () -> spoken("#bytes-CLIENT").contains("GET /")
                        && spoken("#bytes-SERVER").contains("GET /"));
        say(show, "tls balancer");
        Rig.until(
                "one is sealed",
                () -> spoken("#bytes-CLIENT").contains("Sealed")
                        && spoken("#bytes-SERVER").contains("GET /"));
        assertThat(rig.node("#rules .idle")).isEmpty();
        say(show, "layer tcp");
        say(show, "tls servers");
        Rig.until("both are sealed", () -> spoken("#bytes-SERVER").contains("Sealed"));
        Rig.until("the rule is grey", () -> rig.node("#rules .idle").isPresent());
        assertThat(rig.words("#rules .idle")).isEqualTo("/images/ → images");
    }

    private String spoken(String query) {
        return rig.node(query)
                .map(node -> String.valueOf(node.getAccessibleText()))
                .orElse("");
    }
}
