package ringside.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.config.proxy.ProxySetup;
import ringside.engine.Trials;
import ringside.engine.Vectors;

/** Read, written and read again, a file says the same. */
final class RoundTripTest {
    private static final List<String> FILES = List.of(
            "bounded_0",
            "bounded_1",
            "checks_0",
            "checks_1",
            "first",
            "hash",
            "leastconn_0",
            "leastconn_1",
            "leastconn_2",
            "random",
            "redispatch",
            "roundrobin",
            "roundrobin_dynamic_0",
            "roundrobin_dynamic_1",
            "slowstart_agent",
            "source_uri");

    private static ProxySetup read(String file) {
        return HaproxyCfg.read(file, Vectors.text("haproxy/" + file + ".cfg"));
    }

    private static ProxySetup again(ProxySetup setup) {
        return HaproxyCfg.read("again.cfg", HaproxyCfg.write(setup).text());
    }

    @Test
    void keepsEveryPoolThatWasRecorded() {
        int pools = 0;
        for (var file : FILES) {
            var setup = read(file);
            assertThat(again(setup).upstreams()).as(file).isEqualTo(setup.upstreams());
            assertThat(again(setup).listeners()).as(file).isEqualTo(setup.listeners());
            pools += setup.upstreams().size();
        }
        assertThat(FILES).hasSize(16);
        assertThat(pools).isEqualTo(66);
    }

    @Test
    void writesRecordedFilesWithNothingToTell() {
        for (var file : FILES) {
            assertThat(HaproxyCfg.write(read(file)).notes())
                    .as(file)
                    .allMatch(note -> note.contains("agents of ag listen"));
        }
    }

    @Test
    void keepsAnyPool() {
        Trials.of(300, random -> {
            var pool = new AnyPool(random).named("pool");
            var read = HaproxyCfg.read("again.cfg", HaproxyCfg.write(pool).text());
            assertThat(read.upstreams()).containsExactly(pool);
        });
    }

    @Test
    void writesWhatHaproxyTakes(@TempDir Path folder) {
        var haproxy = RealHaproxy.in(folder);
        FILES.forEach(file -> assertThat(
                        haproxy.complaint(HaproxyCfg.write(read(file)).text()))
                .as(file)
                .isEmpty());
        var pools = IntStream.rangeClosed(1, 300)
                .mapToObj(seed -> new AnyPool(new Random(seed)).named("pool" + seed))
                .toList();
        var text = HaproxyCfg.write(new ProxySetup(pools, List.of(), List.of())).text();
        assertThat(haproxy.complaint(text.replace("a.test:", "127.0.0.1:"))).isEmpty();
    }

    @Test
    void keepsRoutes() {
        var setup = HaproxyCfg.read("f.cfg", """
            frontend in
             mode http
             bind *:8080
             bind [::1]:8081
             use_backend api if { path /api }
             use_backend api if { path_beg /api/v2 /v2 }
             default_backend web
            backend api
             mode http
             server a 127.0.0.1:1
            backend web
             mode http
             server a 127.0.0.1:2
            """);

        assertThat(again(setup).listeners()).isEqualTo(setup.listeners());
        assertThat(setup.listeners().getFirst().routes()).hasSize(4);
    }
}
