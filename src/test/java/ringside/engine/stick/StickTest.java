package ringside.engine.stick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;
import ringside.engine.stick.Stick.WhileDraining;
import ringside.engine.stick.StickyCookie.Flags;
import ringside.engine.stick.StickyCookie.SameSite;

/** Cookies, the source table, and what becomes of a client whose server can't have it. */
class StickTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Pool POOL = Trials.pool("A", "B");
    private static final StickyCookie COOKIE = new StickyCookie("srv", new CookieCodec.Named(), Flags.STANDARD);

    @ParameterizedTest
    @EnumSource
    void staysWhereItWasWhileTheServerIsUp(WhileDraining rule) {
        assertThat(Stick.to(Optional.of(A), POOL, rule)).isEqualTo(new Stick.Stays(A));
        assertThat(Stick.to(Optional.empty(), POOL, rule)).isEqualTo(new Stick.Free());
    }

    @Test
    void movesWhenTheServerIsDownOrGone() {
        assertThat(Stick.to(Optional.of(A), POOL.change(A, m -> m.with(Standing.DOWN)), WhileDraining.STAY))
                .isEqualTo(new Stick.Moves(A, Stick.Because.DOWN));
        assertThat(Stick.to(Optional.of(A), POOL.minus(A), WhileDraining.STAY))
                .isEqualTo(new Stick.Moves(A, Stick.Because.GONE));
    }

    @Test
    void staysWithADrainingServerOrMovesAsConfigured() {
        var draining = POOL.change(A, m -> m.with(Standing.DRAINING));
        var weightless = POOL.change(A, m -> m.weighing(0));
        for (var pool : List.of(draining, weightless)) {
            assertThat(Stick.to(Optional.of(A), pool, WhileDraining.STAY)).isEqualTo(new Stick.Stays(A));
            assertThat(Stick.to(Optional.of(A), pool, WhileDraining.MOVE))
                    .isEqualTo(new Stick.Moves(A, Stick.Because.DRAINING));
        }
    }

    @Test
    void aTableRemembersForAWhileAfterItLastHeard() {
        var table = new SourceTable(10, Duration.ofNanos(100));
        table.store("10.0.0.1", A, 0);
        assertThat(table.find("10.0.0.1", 99)).hasValue(A);
        assertThat(table.find("10.0.0.1", 198)).hasValue(A);
        assertThat(table.find("10.0.0.1", 298)).isEmpty();
        assertThat(table.size(298)).isZero();
        assertThat(table.purged()).isZero();
    }

    @Test
    void aTableExpiresTheOldestFirstWhateverTheOrderTheyCame() {
        var table = new SourceTable(10, Duration.ofNanos(100));
        table.store("1", A, 0);
        table.store("2", B, 10);
        table.find("1", 20);
        assertThat(table.size(110)).isEqualTo(1);
        assertThat(table.find("2", 110)).isEmpty();
        assertThat(table.find("1", 119)).hasValue(A);
    }

    @Test
    void aFullTablePurgesTheOneNotHeardOfLongest() {
        var table = new SourceTable(2, Duration.ofSeconds(1));
        table.store("1", A, 0);
        table.store("2", A, 1);
        table.find("1", 2);
        table.store("3", B, 3);
        assertThat(table.purged()).isEqualTo(1);
        assertThat(table.find("2", 4)).isEmpty();
        assertThat(table.find("1", 4)).hasValue(A);
        assertThat(table.find("3", 4)).hasValue(B);
    }

    @Test
    void aTableFollowsAClientThatMovedAndForgetsAServer() {
        var table = new SourceTable(9, Duration.ofSeconds(1));
        table.store("1", A, 0);
        table.store("1", B, 0);
        table.store("2", A, 0);
        assertThat(table.find("1", 0)).hasValue(B);
        assertThat(table.forget(A)).isEqualTo(1);
        assertThat(table.find("2", 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "srv=A | A",
                "a=b; srv=A; srv=B | A",
                "xsrv=B;srv=\"A\" | A",
                "srv=a%3Bb | a;b",
                "srv=%C3%A9 | é",
                "srv=50%25 | 50%",
                "srv=127.0.0.1:8081 | 127.0.0.1:8081",
                "srv= | ''",
                "srv | ''",
                "SRV=A | ''",
                "srv=%41 | ''",
                "srv=%zz | ''",
                "srv=% | ''",
                "srv=%4 | ''",
                "srv=a b | ''",
                "srv=%00 | ''",
                "srv=%FF | ''",
                "a=srv=A | ''"
            })
    void readsTheFirstCookieOfItsName(String cookies, String server) {
        assertThat(COOKIE.serverOf(Map.of("cookie", cookies), POOL)
                        .map(ServerId::name)
                        .orElse(""))
                .isEqualTo(server);
    }

    @Test
    void isNotFooledByAHugeValue() {
        assertThat(COOKIE.serverOf(Map.of("cookie", "srv=" + "A".repeat(100_000)), POOL))
                .isEmpty();
        assertThat(COOKIE.serverOf(Map.of(), POOL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a;b,c\"d\\e%f", "é漢字", "127.0.0.1:8081", "[::1]:80", "~!#$&'()*+-./<=>?@^_`{|}"})
    void whatItWritesItReads(String name) {
        var server = new ServerId(name);
        var pool = POOL.plus(Member.up(name.equals("A") ? "A2" : name, 1));
        for (var codec : List.of(new CookieCodec.Named(), new CookieCodec.Hashed("pepper"))) {
            var value = codec.encode(server);
            assertThat(value).matches("[!#-+\\--:<-\\[\\]-~]+");
            assertThat(codec.decode(value, pool)).hasValue(server);
        }
    }

    @Test
    void aHashedValueTellsNothingAndMeansNothingToOthers() {
        var codec = new CookieCodec.Hashed("pepper");
        assertThat(codec.encode(A)).hasSize(16).isNotEqualTo(new CookieCodec.Hashed("salt").encode(A));
        assertThat(codec.decode(codec.encode(A), POOL.minus(A))).isEmpty();
        assertThat(codec.decode("A", POOL)).isEmpty();
        // printf 'pepper\0A' | md5sum
        assertThat(codec.encode(A)).isEqualTo("4d2e2f5f658c7735");
    }

    @Test
    void tellsTheBrowserWhatToDoWithIt() {
        assertThat(COOKIE.keeping(A)).isEqualTo("srv=A; Path=/; HttpOnly; SameSite=Lax");
        assertThat(COOKIE.clearing()).isEqualTo("srv=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        var flags = new Flags("/shop", Optional.of(Duration.ofHours(1)), true, false, SameSite.NONE);
        assertThat(new StickyCookie("srv", new CookieCodec.Named(), flags).keeping(B))
                .isEqualTo("srv=B; Path=/shop; Max-Age=3600; Secure; SameSite=None");
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new StickyCookie("a b", new CookieCodec.Named(), Flags.STANDARD))
                .hasMessage("a cookie's name is a word without separators, not \"a b\"");
        assertThatThrownBy(() -> new Flags("/", Optional.empty(), false, true, SameSite.NONE))
                .hasMessage("browsers drop a cookie with SameSite=None that is not Secure");
        assertThatThrownBy(() -> new Flags("/;x", Optional.empty(), false, true, SameSite.LAX))
                .hasMessage("a cookie's path begins with / and has no ;, not \"/;x\"");
        assertThatThrownBy(() -> new SourceTable(0, Duration.ofSeconds(1)))
                .hasMessage("a table remembers 1 client or more, not 0");
        assertThatThrownBy(() -> new SourceTable(1, Duration.ZERO))
                .hasMessage("a table remembers for more than 0 ms, not PT0S");
    }
}
