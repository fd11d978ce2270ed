package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static ringside.engine.Trials.keys;
import static ringside.engine.Trials.pool;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import ringside.engine.Picking;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.Standing;

class RemainderTest {
    private final Picking modN = Picking.by("textbook/mod-n", pool("A", "B", "C"));
    private final Picking ipHash = Picking.by("textbook/ip-hash", pool("A", "B", "C"));

    @Test
    void keepsAKeyWithItsServer() {
        assertThat(modN.owners(Collections.nCopies(5, "user:7"))).containsOnly(modN.owner("user:7"));
    }

    @Test
    void spreadsKeysEvenly() {
        var owners = modN.owners(keys(30_000));
        for (var name : new String[] {"A", "B", "C"}) {
            assertThat(Collections.frequency(owners, name)).isCloseTo(10_000, withPercentage(3));
        }
    }

    @Test
    void dividesTheUpperHalfOfXxHash64() {
        // xxHash64("abc") is 44bc2cf5ad770999; 0x44bc2cf5 = 1153182965 = 3 * 384394321 + 2
        assertThat(modN.owner("abc")).isEqualTo("C");
        assertThat(modN.reason("abc")).isEqualTo(new Reason.Remainder("abc", 1_153_182_965L, 3, 2));
    }

    @Test
    void dividesAsUnsigned() {
        // xxHash64("") is ef46db3751d8e999; 0xef46db37 = 4014398263 = 3 * 1338132754 + 1
        assertThat(modN.reason("")).isEqualTo(new Reason.Remainder("", 4_014_398_263L, 3, 1));
    }

    @Test
    void countsOnlyTheServersThatMayBeAsked() {
        var bDown = pool("A", "B", "C").change(new ServerId("B"), m -> m.with(Standing.DOWN));
        // 1153182965 mod 2 = 1, and the second of A and C is C; 4014398263 mod 2 = 1
        assertThat(modN.from(bDown).reason("abc")).isEqualTo(new Reason.Remainder("abc", 1_153_182_965L, 2, 1));
        assertThat(modN.owner("abc")).isEqualTo("C");
        assertThat(modN.owners(keys(200))).doesNotContain("B").contains("A", "C");
    }

    @Test
    void hashesTheClientsAddressAndNotTheKey() {
        // the same remainder as above, of the same text, although the key is another
        assertThat(ipHash.serverOf("abc")).isEqualTo("C");
        assertThat(ipHash.owner("one key")).isEqualTo(ipHash.owner("another key"));
    }

    @Test
    void sendsOneClientToOneServerAndManyToAll() {
        var servers = keys(300).stream().map(ipHash::serverOf).toList();
        assertThat(servers).contains("A", "B", "C");
        assertThat(ipHash.serverOf("10.0.0.1")).isEqualTo(ipHash.serverOf("10.0.0.1"));
    }
}
