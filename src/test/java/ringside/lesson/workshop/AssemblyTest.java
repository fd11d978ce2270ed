package ringside.lesson.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.lesson.workshop.Assembly.Piece;
import ringside.lesson.workshop.Workshop.Distractor;

final class AssemblyTest {
    private static Workshop task(Dialect dialect, String... pieces) {
        return new Workshop(
                dialect,
                "",
                8080,
                List.of(8081, 8082),
                List.of(pieces),
                List.of(new Distractor("ip_hash;", "One server for each client of 8081.")),
                "",
                "",
                List.of(new Goal.Turns("/", List.of(8081, 8082))),
                List.of(),
                Optional.of("8081, then 8082."));
    }

    private static Piece called(Assembly assembly, String text) {
        return assembly.shelf().stream()
                .filter(piece -> piece.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void indentsWhatIsLaid() {
        var assembly = new Assembly(task(Dialect.NGINX, "server {", "location / {", "proxy_pass http://a;", "}", "}"));
        for (var text : List.of("server {", "location / {", "proxy_pass http://a;", "}", "}")) {
            assembly.lay(called(assembly, text), 99);
        }
        assertThat(assembly.text()).isEqualTo("server {\n    location / {\n        proxy_pass http://a;\n    }\n}\n");
        assertThat(assembly.line(assembly.laid().get(2))).isEqualTo("        proxy_pass http://a;");
        assertThat(assembly.shelf()).extracting(Piece::text).containsExactly("ip_hash;");
    }

    @Test
    void indentsHaproxyBySections() {
        assertThat(Dialect.HAPROXY.laidOut(List.of("frontend in", "bind :8080", "backend shop", "balance source")))
                .isEqualTo("frontend in\n    bind :8080\nbackend shop\n    balance source\n");
    }

    @Test
    void laysAPieceAtItsPlaceAndPutsItBackWhereItWas() {
        var assembly = new Assembly(task(Dialect.NGINX, "a", "b", "c"));
        var shelf = assembly.shelf();
        var a = called(assembly, "a");
        var b = called(assembly, "b");
        var c = called(assembly, "c");
        assembly.lay(a, 0);
        assembly.lay(b, 1);
        assembly.lay(c, 1);
        assertThat(assembly.laid()).containsExactly(a, c, b);
        assembly.lay(a, 2);
        assertThat(assembly.laid()).containsExactly(c, a, b);
        assembly.lay(b, 0);
        assertThat(assembly.laid()).containsExactly(b, c, a);
        assembly.laid().forEach(assembly::putBack);
        assertThat(assembly.shelf()).isEqualTo(shelf);
    }

    @Test
    void movesWithItsServers() {
        var moved = task(Dialect.NGINX, "server 127.0.0.1:8081;", "listen 8080;", "x18081")
                .moved(port -> port + 10);
        assertThat(moved.pieces()).containsExactly("server 127.0.0.1:8091;", "listen 8080;", "x18081");
        assertThat(moved.goals()).containsExactly(new Goal.Turns("/", List.of(8091, 8092)));
        assertThat(moved.done()).contains("8091, then 8092.");
        assertThat(moved.foreseen("  ip_hash;\n", "turns")).containsExactly("One server for each client of 8091.");
        assertThat(moved.foreseen("least_conn;\n", "turns")).isEmpty();
    }
}
