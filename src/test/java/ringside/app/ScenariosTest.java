package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.config.Reach;
import ringside.sim.SimulatedWorld;

final class ScenariosTest {
    private static List<Path> shipped() throws IOException {
        try (var files = Files.list(Path.of("assets/scenarios"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @Test
    void areSixSoThatNoneVanishesUnnoticed() throws IOException {
        assertThat(shipped())
                .extracting(f -> f.getFileName().toString())
                .containsExactly(
                        "ring.yaml",
                        "three-addresses.yaml",
                        "three-servers.yaml",
                        "virtual-nodes.yaml",
                        "weighted.yaml",
                        "zombie.yaml");
    }

    @Test
    void allRun() throws IOException {
        for (var file : shipped()) {
            var scenario = InputFile.read(file).scenario(Reach.THIS_MACHINE);
            try (var world = new SimulatedWorld(scenario)) {
                world.advanceTo(5_000_000_000L);
                assertThat(world.scenario()).as(file.toString()).isEqualTo(scenario);
            }
        }
    }
}
