package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.engine.Policies;

final class ExplainCommandTest {
    @TempDir
    private Path folder;

    private static final String HAPROXY = "src/test/resources/vectors/haproxy/";
    private static final String NGINX = "src/test/resources/vectors/nginx/";

    private static String explained(String... args) {
        var all = new String[args.length + 1];
        all[0] = "explain";
        System.arraycopy(args, 0, all, 1, args.length);
        var told = Told.by(all);
        assertThat(told.code()).as(told.err()).isZero();
        return told.out();
    }

    @Test
    void tellsAPickOfATextbookRing() {
        assertThat(explained("assets/scenarios/ring.yaml", "--key", "4")).isEqualTo("""
            pool     pool by textbook/md5-ring: Gives each key to the first server clockwise on a ring of MD5 hashes, one point a server.
            key      "4", for whatever is hashed
            servers  Server-A  up weight=1 open=0
                     Server-B  up weight=1 open=0
                     Server-C  up weight=1 open=0
            hash     0xa87ff679, place 2826958457 of 4294967296
            steps    1. 4 lies at 0xa87f… 236°
                     2. Server-B  next point 0xcada… 285°  (first)
            answer   Server-B: 4 lies at 236°; clockwise the first point is Server-B at 285°
            """);
    }

    @Test
    void tellsAPickOfHaproxys() {
        assertThat(explained(HAPROXY + "hash.cfg", "--upstream", "h0", "--header", "K: 8834"))
                .isEqualTo("""
                    pool     h0 by haproxy/hdr hash-type=consistent header=k: Sends every request with the same value of a header to the same server.
                    request  GET / from 127.0.0.1, k: 8834
                    servers  s1 at 127.0.0.1:19001  up weight=3 open=0
                             s2 at 127.0.0.1:19002  up weight=1 open=0
                             s3 at 127.0.0.1:19003  up weight=2 open=0
                             s4 at 127.0.0.1:19004  up weight=1 open=0
                             s5 at 127.0.0.1:19005  up weight=4 open=0
                    hash     0x93016dc7, place 2466344391 of 4294967296
                    steps    1. 8834 lies at 0x9301… 206°
                             2. s3 at 127.0.0.1:19003  node before: 0x927a… 205°, 8,812,978 away
                             3. s2 at 127.0.0.1:19002  node after: 0x95a2… 210°, 44,121,040 away
                             4. s3 at 127.0.0.1:19003  node at 0x927a… 205°  (nearer)
                    answer   s3 at 127.0.0.1:19003: 8834 lies at 206°, 8812978 after a node of s3 and 44121040 before one of s2; s3 is nearer
                    """);
    }

    @Test
    void tellsAPickOfNginx() {
        assertThat(explained(NGINX + "hash.conf", "--upstream", "hmod_down", "--path", "/hmod_down?k=8834"))
                .isEqualTo("""
                    pool     hmod_down by nginx/hash: Sends every request for one key to the same server, by the remainder of the key's CRC-32.
                    request  GET /hmod_down?k=8834 from 127.0.0.1
                    key      "8834", which is $arg_k
                    servers  127.0.0.1:19001  up weight=3 open=0
                             127.0.0.1:19002  up weight=1 open=0
                             127.0.0.1:19003  down weight=2 open=0
                             127.0.0.1:19004  up weight=1 open=0
                             127.0.0.1:19005  up weight=4 open=0
                    steps    1. hashed: 8834
                             2. 127.0.0.1:19003  hash 27516 mod 11 = 5  (can’t take it)
                             3. 127.0.0.1:19001  hash 31703 mod 11 = 1
                    answer   127.0.0.1:19001: 8834 comes to 31703 in 2 rounds of hashing, as the slots before could not take it; divided by 11 that leaves 1, one of its slots
                    """);
        assertThat(explained(NGINX + "wrr.conf", "--upstream", "st0")).isEqualTo("""
            pool     st0 by nginx/round-robin: Gives each server turns in proportion to its weight, fewer for a while after failures.
            request  GET / from 127.0.0.1
            servers  127.0.0.1:19001  up weight=5 open=0
                     127.0.0.1:19002  down weight=1 open=0
                     127.0.0.1:19003  up weight=1 open=0
            steps    1. 127.0.0.1:19001  current weight 0 + 5 = 5  (highest, pays 6: -1)
                     2. 127.0.0.1:19003  current weight 0 + 1 = 1
            answer   127.0.0.1:19001: the highest current weight (5) of 127.0.0.1:19001 5, 127.0.0.1:19003 1; it pays 6 and goes on with -1
            """);
    }

    @Test
    void hasAReasonForAPickOfEveryPolicy() throws IOException {
        for (var policy : Policies.all()) {
            var file = Files.writeString(
                    folder.resolve("s.yaml"),
                    "pool: {policy: " + policy.id() + ", servers: [{name: A, weight: 3}, {name: B}, {name: C}]}\n");
            assertThat(explained(file.toString(), "--key", "abc"))
                    .as(policy.id())
                    .contains("pool     pool by " + policy.id() + ": " + policy.sentence() + "\n")
                    .containsPattern("\nsteps    1\\. \\S.*\n(.*\n)*answer   [ABC]: ")
                    .doesNotContain("obody asked", "{0}");
        }
    }

    @Test
    void tellsWhyNobodyTakesARequest() throws IOException {
        var file = Files.writeString(folder.resolve("s.yaml"), "pool: {servers: []}\n");
        assertThat(explained(file.toString())).endsWith("\nanswer   none: the pool is empty\n");
    }

    @Test
    void wantsThePoolToBeThere() {
        assertThat(Told.by("explain", HAPROXY + "hash.cfg").err())
                .startsWith("the file has several pools; name one with --upstream: h0, h1,");
        assertThat(Told.by("explain", "assets/scenarios/ring.yaml", "--upstream", "a")
                        .err())
                .isEqualTo(
                        "assets/scenarios/ring.yaml:1:1: this has one pool, which has no name; leave out --upstream\n");
    }

    @Test
    void takesEitherAKeyOrARequest() {
        assertThat(Told.by("explain", "assets/scenarios/ring.yaml", "--key", "a", "--path", "/"))
                .isEqualTo(new Told(
                        2,
                        "",
                        "ringside explain: --key stands for the whole request; leave out --client, --path and --header;"
                                + " see ringside explain --help\n"));
        assertThat(Told.by("explain", "assets/scenarios/ring.yaml", "--header", "a")
                        .err())
                .startsWith("ringside explain: a header is NAME:VALUE, not \"a\"");
    }
}
