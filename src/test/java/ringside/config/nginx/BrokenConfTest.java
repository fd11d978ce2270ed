package ringside.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.config.BadInput;

class BrokenConfTest {
    /**
     * A configuration that is refused.
     *
     * @param place where, as line:column
     * @param words some of the sentence
     */
    record Broken(String text, String place, String words) {
        @Override
        public String toString() {
            return place + " " + words;
        }
    }

    static List<Broken> refusedByBoth() {
        return Stream.of(structure(), servers(), methods(), ways())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Broken> structure() {
        return List.of(
                whole("events {}\nhttp {\n  upstream u {\n    server 127.0.0.1:1\n  }\n}\n", "5:3", "a ; is missing"),
                whole(
                        "events {}\nhttp {\n  upstream u {\n    server 127.0.0.1:1;\n}\n",
                        "2:1",
                        "\"http\" has a block that is not closed"),
                whole("events {}\nhttp {\n}\n}\n", "4:1", "this } closes nothing"),
                whole("events {}\nhttp {\n  server {\n", "3:3", "add a }"),
                whole("events {}\nhttp {\n  ;\n}\n", "3:3", "this ; has no directive"),
                whole("events {}\nhttp {\n  { }\n}\n", "3:3", "this { has no directive"),
                whole("events {}\nhttp {\n  upstream \"u {\n    server 127.0.0.1:1;\n  }\n}\n", "3:12", "add a \""),
                whole(
                        "events {}\nhttp {\n  upstream 'u'x {\n    server 127.0.0.1:1;\n  }\n}\n",
                        "3:15",
                        "\"x\" follows a quote"),
                whole("events {}\nhttp", "2:1", "not ended"),
                whole("events {}\nhttp {}\nhttp {}\n", "3:1", "second time; the first is on line 2"),
                whole("events {}\nhttp;\n", "2:1", "needs a block; write http { … }"),
                whole("events {}\nhttp x {}\n", "2:1", "write http { … }"),
                whole("events {}\nupstream u { server 127.0.0.1:1; }\n", "2:1", "it belongs in http or stream"),
                whole("events {}\nhttp {\n  listen 80;\n}\n", "3:3", "it belongs in server"),
                whole(
                        "events {}\nhttp {\n  upsteam u { server 127.0.0.1:1; }\n}\n",
                        "3:3",
                        "did you mean upstream NAME"),
                whole("events {}\nhttp {\n  upstream { server 127.0.0.1:1; }\n}\n", "3:3", "write upstream NAME { … }"),
                whole("events {}\nhttp {\n  upstream u;\n}\n", "3:3", "needs a block"),
                whole("events {}\nhttp {\n  upstream u { }\n}\n", "3:3", "has no servers"),
                whole(
                        "events {}\nhttp {\n  upstream u {server [::1];}\n  upstream U {server [::1];}\n}\n",
                        "4:12",
                        "second time"),
                whole("events {}\nhttp {\n  log_format x " + "x".repeat(5000) + ";\n}\n", "3:16", "4096 characters"));
    }

    private static List<Broken> servers() {
        return List.of(
                upstream("server 127.0.0.1:1 weight=0;", "4:28", "from 1 to 1000"),
                upstream("server 127.0.0.1:1 weight=-1;", "4:28", "weight"),
                upstream("server 127.0.0.1:1 weight=99999999999999999999;", "4:28", "weight"),
                upstream("server 127.0.0.1:1 weight=heavy;", "4:28", "whole number"),
                upstream("server 127.0.0.1:1 weight=;", "4:28", "weight"),
                upstream("server 127.0.0.1:1 max_fails=-1;", "4:28", "max_fails"),
                upstream("server 127.0.0.1:1 max_conns=many;", "4:28", "max_conns"),
                upstream("server 127.0.0.1:1 fail_timeout=10x;", "4:28", "fail_timeout=10s"),
                upstream("server 127.0.0.1:1 fail_timeout=500ms;", "4:28", "whole seconds"),
                upstream("server 127.0.0.1:1 fail_timeout=30m1h;", "4:28", "whole seconds"),
                upstream("server 127.0.0.1:1 fail_timeout=;", "4:28", "whole seconds"),
                upstream("server 127.0.0.1:1 wieght=2;", "4:28", "did you mean `weight=`?"),
                upstream("server 127.0.0.1:1 Down;", "4:28", "did you mean `down`?"),
                upstream("server 127.0.0.1:1 weight=1}; server 127.0.0.1:2;", "4:28", "weight"),
                upstream("server 127.0.0.1:1\n        server 127.0.0.1:2;", "5:9", "a ; is missing before it"),
                upstream("server;", "4:9", "write server ADDRESS"),
                upstream("server 127.0.0.1:1 {}", "4:9", "takes no block"),
                upstream("server 127.0.0.1:0;", "4:16", "from 1 to 65535"),
                upstream("server 127.0.0.1:65536;", "4:16", "from 1 to 65535"),
                upstream("server 127.0.0.1:1:2;", "4:16", "port"),
                upstream("server http://127.0.0.1:1;", "4:16", "port"),
                upstream("server 127.0.0.1:1/x;", "4:16", "port"),
                upstream("server :80;", "4:16", "no host"),
                upstream("server \"\";", "4:16", "no host"),
                upstream("server \"a b\";", "4:16", "no address"),
                upstream("server [::g]:1;", "4:16", "no address"),
                upstream("server [::1;", "4:16", "no address"),
                upstream("server unix:;", "4:16", "unix:/PATH"),
                upstream("server 127.0.0.1:1 backup;", "3:5", "backups only"));
    }

    private static List<Broken> methods() {
        var one = " server 127.0.0.1:1;";
        return List.of(
                upstream("foo;" + one, "4:9", "is no directive of upstream"),
                upstream("leastconn;" + one, "4:9", "did you mean least_conn;?"),
                upstream("listen 80;" + one, "4:9", "it belongs in server"),
                upstream("ip_hash on;" + one, "4:9", "write ip_hash;"),
                upstream("least_conn {}" + one, "4:9", "takes no block"),
                upstream("hash;" + one, "4:9", "write hash KEY consistent;"),
                upstream("hash $arg_k ketama;" + one, "4:21", "hash KEY consistent;"),
                upstream("hash 🎪 ketama;" + one, "4:16", "hash KEY consistent;"),
                upstream("hash a$;" + one, "4:14", "a $ without a name"),
                upstream("hash \"a${arg_k\";" + one, "4:14", "add a }"),
                upstream("random three;" + one, "4:16", "random two least_conn;"),
                upstream("random two least_time=header;" + one, "4:20", "random two least_conn;"),
                upstream("keepalive 0;" + one, "4:19", "from 1"),
                upstream("keepalive 2; keepalive 3;" + one, "4:22", "second time"),
                upstream("hash $arg_k; server 127.0.0.1:2 backup;" + one, "4:41", "does not go with \"hash\""),
                upstream("ip_hash; server 127.0.0.1:2 backup;" + one, "4:37", "does not go with \"ip_hash\""),
                upstream("random; server 127.0.0.1:2 backup;" + one, "4:36", "does not go with \"random\""));
    }

    private static List<Broken> ways() {
        return List.of(
                server("upstream x { server 127.0.0.1:1; }", "6:9", "it belongs in http or stream"),
                server("listen 127.0.0.1:18999;", "6:16", "second time"),
                server("listen 127.0.0.1:18998 defualt_server;", "6:32", "did you mean default_server?"),
                server("listen 70000;", "6:16", "from 1 to 65535"),
                server("listen 127.0.0.1:18993-18990;", "6:16", "range"),
                server("server_name;", "6:9", "write server_name NAME…;"),
                server("location { }", "6:9", "write location MODIFIER PATH { … }"),
                server("location == / { }", "6:18", "no way to compare"),
                server("location / { } location / { }", "6:33", "second time"),
                server("location /a { location /b { } }", "6:32", "begins with /a"),
                server("location = /a { location /a/b { } }", "6:34", "takes no other than /a"),
                server("location / { proxy_pass; }", "6:22", "write proxy_pass URL;"),
                server("location / { proxy_pass u; }", "6:33", "write http:// before it"),
                server("location / { proxy_pass http://u; proxy_pass http://u; }", "6:43", "second time"),
                server("location / { proxy_pass http://u:80; }", "6:33", "write the name alone"),
                server("location / { proxy_pass http://; }", "6:33", "no host"),
                server("location ~ /a { proxy_pass http://u/; }", "6:36", "leave the path out"),
                server("proxy_next_upstream error http_505;", "6:35", "nothing that can go wrong"),
                server("proxy_next_upstream_tries -1;", "6:35", "number of tries"),
                server("proxy_next_upstream_tries 2; proxy_next_upstream_tries 3;", "6:38", "second time"),
                server("proxy_next_upstream_timeout 1.5s;", "6:37", "500ms"),
                server("proxy_next_upstream_timeout 1y;", "6:37", "no time"),
                server("location / { least_conn; }", "6:22", "it belongs in upstream"));
    }

    /** What nginx takes, and Ringside cannot do. */
    static List<Broken> refusedHere() {
        return List.of(
                upstream("server 127.0.0.1:1 weight=1001;", "4:28", "from 1 to 1000"),
                upstream("server 127.0.0.1:1 max_fails=9999999999;", "4:28", "to 2147483647"),
                upstream("server 127.0.0.1:1 fail_timeout=200y;", "4:28", "time"),
                upstream(
                        "server 127.0.0.1:2 backup; server 127.0.0.1:1; hash $arg_k;",
                        "4:28",
                        "does not go with \"hash\""));
    }

    @ParameterizedTest
    @MethodSource({"refusedByBoth", "refusedHere"})
    void isRefusedWithItsPlaceAndWhatWouldBeRight(Broken broken) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NginxConf.read("nginx.conf", broken.text()))
                .satisfies(told -> assertThat(told.getMessage())
                        .startsWith("nginx.conf:" + broken.place() + ": ")
                        .contains(broken.words()));
    }

    @Test
    void nginxRefusesTheSame(@TempDir Path folder) {
        var nginx = RealNginx.in(folder);
        assertThat(refusedByBoth())
                .hasSizeGreaterThan(80)
                .allSatisfy(broken -> assertThat(nginx.complaint(broken.text())).isPresent());
        assertThat(refusedHere())
                .allSatisfy(broken -> assertThat(nginx.complaint(broken.text())).isEmpty());
    }

    private static Broken whole(String text, String place, String words) {
        return new Broken(text, place, words);
    }

    private static Broken upstream(String body, String place, String words) {
        return new Broken("events {}\nhttp {\n    upstream u {\n        " + body + "\n    }\n}\n", place, words);
    }

    private static Broken server(String body, String place, String words) {
        var before = "events {}\nhttp {\n    upstream u { server 127.0.0.1:8081; }\n    server {\n"
                + "        listen 127.0.0.1:18999;\n        ";
        return new Broken(before + body + "\n    }\n}\n", place, words);
    }
}
