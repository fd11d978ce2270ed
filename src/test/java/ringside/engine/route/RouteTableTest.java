package ringside.engine.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Request;
import ringside.engine.Trials;

class RouteTableTest {
    private static final RouteTable TABLE = new RouteTable(List.of(
            under("*", "/", "rest"),
            under("*", "/api", "api"),
            under("*", "/api/v2", "api v2"),
            exactly("*", "/api", "api home"),
            under("*.example.com", "/", "customers"),
            under("*.eu.example.com", "/", "europe"),
            under("www.example.com", "/", "www"),
            under("www.example.com", "/api", "www api"),
            under("*", "/api", "api beta", new FieldMatch.Is("X-Beta", "yes")),
            under("*", "/api", "api beta nobody", new FieldMatch.Is("x-beta", "yes"), new FieldMatch.Absent("cookie")),
            under("*", "/api", "api any beta", new FieldMatch.Present("x-beta"))));

    @ParameterizedTest
    @CsvSource({
        "localhost, /, rest",
        "localhost, /apis, rest",
        "localhost, /api, api home",
        "localhost, /api/, api",
        "localhost, /api/v1, api",
        "localhost, /api/v2, api v2",
        "localhost, /api/v2?x=/api, api v2",
        "localhost, /api?x=1, api home",
        "localhost, /%61pi, api home",
        "localhost, /api%2fv2, rest",
        "localhost, /x/../api/v2, api v2",
        "localhost, /x/%2e%2E/api/v2, api v2",
        "localhost, /api/v2/.., api",
        "localhost, //api, rest",
        "localhost, http://www.example.com/api/x, www api",
        "localhost, http://www.example.com, www",
        "localhost, http://other?/api, rest",
        "www.example.com, /api/v2, www api",
        "WWW.Example.COM:8080, /api/v2, www api",
        "www.example.com., /x, www",
        "example.com, /x, rest",
        ".example.com, /x, rest",
        "a.example.com, /api/v2, customers",
        "a.b.example.com, /, customers",
        "a.eu.example.com, /, europe",
        "eu.example.com, /, customers",
        "notexample.com, /, rest",
        "[::1]:8080, /api, api home"
    })
    void theMostSpecificRouteWins(String host, String target, String pool) {
        assertThat(poolOf(target, Map.of("host", host))).isEqualTo(pool);
    }

    @Test
    void moreConditionsOnFieldsAreMoreSpecific() {
        assertThat(poolOf("/api/x", Map.of("x-beta", "yes"))).isEqualTo("api beta nobody");
        assertThat(poolOf("/api/x", Map.of("x-beta", "yes", "cookie", "a=b"))).isEqualTo("api beta");
        assertThat(poolOf("/api/x", Map.of("x-beta", "no"))).isEqualTo("api any beta");
        assertThat(poolOf("/api", Map.of("x-beta", "yes"))).isEqualTo("api home");
    }

    @Test
    void anAddressOfSixteenBytesIsAHostToo() {
        var table = new RouteTable(List.of(under("[::1]", "/", "six"), under("*", "/", "rest")));
        assertThat(table.find(request("/", Map.of("host", "[::1]:8080"))).map(Route::pool))
                .hasValue("six");
        assertThat(table.find(request("/", Map.of("host", "[::2]:8080"))).map(Route::pool))
                .hasValue("rest");
    }

    @Test
    void theOrderWrittenDoesNotMatter() {
        Trials.of(30, random -> {
            var shuffled = new ArrayList<>(TABLE.routes());
            Collections.shuffle(shuffled, random);
            var other = new RouteTable(shuffled);
            for (var target : List.of("/", "/api", "/api/v2/x", "/other")) {
                for (var host : List.of("a.example.com", "www.example.com", "x.eu.example.com", "localhost")) {
                    var request = request(target, Map.of("host", host));
                    assertThat(other.find(request)).isEqualTo(TABLE.find(request));
                }
            }
        });
    }

    @Test
    void saysWhyEachRouteWasOrWasNotTheOne() {
        var table = new RouteTable(List.of(
                under("*", "/", "rest"),
                under("*", "/api", "beta", new FieldMatch.Present("x-beta")),
                exactly("*", "/login", "login"),
                under("www.example.com", "/", "www")));
        assertThat(table.explain(request("/./api", Map.of("host", "localhost:8080"))))
                .extracting(each -> each.route().pool(), RouteTable.Considered::verdict)
                .containsExactly(
                        tuple("www", new Route.Verdict.OtherHost("localhost")),
                        tuple("login", new Route.Verdict.OtherPath("/api")),
                        tuple("beta", new Route.Verdict.OtherField(new FieldMatch.Present("x-beta"))),
                        tuple("rest", new Route.Verdict.Matches()));
    }

    @Test
    void aRequestMayMatchNothing() {
        var table = new RouteTable(List.of(under("www.example.com", "/", "www")));
        assertThat(table.find(request("/", Map.of()))).isEmpty();
        assertThat(table.explain(request("/", Map.of()))).hasSize(1);
        assertThat(new RouteTable(List.of(under("*", "/", "all"))).find(request("*", Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/b, /a/b",
        "/a?b/../c, /a",
        "/a/./b/../c, /a/c",
        "/a/.., /",
        "/a/b/.., /a/",
        "/a/., /a/",
        "/.., /",
        "/../../a, /a",
        "/a/%2e%2e/b, /b",
        "/..a/b., /..a/b.",
        "/%7euser/%41%2D, /~user/A-",
        "/%c3%a9, /%C3%A9",
        "/é, /%C3%A9",
        "/a%2fb%3f, /a%2Fb%3F",
        "/%zz/%4, /%25zz/%254",
        "/%%34%31, /%2541",
        "/%252e%252e, /%252e%252e",
        "/a b, /a%20b",
        "/a//b, /a//b",
        "/a//../b, /a/b",
        "'', ''"
    })
    void pathsAreComparedInNormalForm(String target, String normal) {
        assertThat(NormalPath.of(target)).isEqualTo(normal);
    }

    @Test
    void theNormalFormOfANormalFormIsItself() {
        var pieces = List.of("/", ".", "..", "%2e", "%2F", "%", "4", "a", "?", "%25", "é", "//", "%41", "~", "\\");
        Trials.of(2_000, random -> {
            var target = new StringBuilder("/");
            for (int i = random.nextInt(8); i > 0; i--) {
                target.append(pieces.get(random.nextInt(pieces.size())));
            }
            var normal = NormalPath.of(target.toString());
            assertThat(NormalPath.of(normal)).isEqualTo(normal);
            assertThat(List.of(normal.split("/"))).doesNotContain(".", "..");
        });
    }

    @Test
    void refusesARouteThatCanNeverMatch() {
        assertThatThrownBy(() -> new RouteTable(
                        List.of(under("*", "/api", "a"), under("*", "/", "b"), under("*", "/%61pi/", "c"))))
                .hasMessage("route 3 (* /api/ -> c) can never match: route 1 has the same conditions");
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> under("a:80", "/", "p"))
                .hasMessage("a route's host is *, *.example.com or a name without a port, not \"a:80\"");
        assertThatThrownBy(() -> under("a.*.b", "/", "p")).hasMessageContaining("\"a.*.b\"");
        assertThatThrownBy(() -> under("*.", "/", "p")).hasMessageContaining("\"*.\"");
        assertThatThrownBy(() -> under("*", "api", "p"))
                .hasMessage("a route's path begins with / and has no query or fragment, not \"api\"");
        assertThatThrownBy(() -> under("*", "/a?b", "p")).hasMessageContaining("\"/a?b\"");
        assertThatThrownBy(() -> under("*", "/", " ")).hasMessage("a route leads to a pool with a name, not to \" \"");
        assertThatThrownBy(() -> new FieldMatch.Present("a: b"))
                .hasMessage("a header field's name is a word without a colon, not \"a: b\"");
    }

    private static Route under(String host, String path, String pool, FieldMatch... fields) {
        return new Route(HostMatch.of(host), new PathMatch.Under(path), List.of(fields), pool);
    }

    private static Route exactly(String host, String path, String pool) {
        return new Route(HostMatch.of(host), new PathMatch.Exactly(path), List.of(), pool);
    }

    private static Request request(String target, Map<String, String> fields) {
        return new Request("127.0.0.1", "GET", target, fields, "");
    }

    private static String poolOf(String target, Map<String, String> fields) {
        return TABLE.find(request(target, fields)).orElseThrow().pool();
    }
}
