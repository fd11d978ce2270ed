package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.net.Opened.servers;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.world.Arrivals;
import ringside.world.Excerpt;
import ringside.world.Handling;
import ringside.world.Handling.Layer;
import ringside.world.Handling.Tls;
import ringside.world.Happening;
import ringside.world.Happening.Leg;
import ringside.world.Keys;
import ringside.world.Traffic;
import ringside.world.Wiretap;

/** Bytes on both legs as they really go. */
@Timeout(120)
class WiretapTest {
    @RegisterExtension
    final Opened opened = new Opened();

    private LiveWorld world(Layer layer, Tls tls) {
        var traffic = new Traffic(new Arrivals.Constant(100), 3, new Keys.Named(List.of("cat"))).over(Optional.of(4));
        return opened.open(servers("A")
                .with(Handling.USUAL.with(layer).with(tls).with(Duration.ofSeconds(10)))
                .with(traffic));
    }

    private static Excerpt.Kind kind(Wiretap tap, Leg leg) {
        return tap.last(leg).map(Excerpt::kind).orElse(Excerpt.Kind.OTHER);
    }

    private static void goes(Wiretap tap, Excerpt.Kind client, Excerpt.Kind server) {
        Eventually.holds(
                client + " from clients and " + server + " to servers",
                () -> kind(tap, Leg.CLIENT) == client && kind(tap, Leg.SERVER) == server);
    }

    @Test
    void inPlainTextBothLegsCanBeRead() {
        try (var tap = world(Layer.HTTP, Tls.OFF).wiretap()) {
            goes(tap, Excerpt.Kind.TEXT, Excerpt.Kind.TEXT);
            assertThat(first(tap, Leg.CLIENT)).startsWith("GET /");
            assertThat(first(tap, Leg.SERVER)).startsWith("GET /");
        }
    }

    private static String first(Wiretap tap, Leg leg) {
        return tap.last(leg).orElseThrow().text(200, 1).getFirst();
    }

    @Test
    void whereEncryptionEndsAtTheBalancerOnlyTheServersLegCanBeRead() {
        try (var tap = world(Layer.HTTP, Tls.AT_BALANCER).wiretap()) {
            goes(tap, Excerpt.Kind.SEALED, Excerpt.Kind.TEXT);
            assertThat(tap.last(Leg.CLIENT).orElseThrow().hex(3, 1)).containsExactly("17 03 03");
            assertThat(String.join("", tap.last(Leg.CLIENT).orElseThrow().text(200, 9)))
                    .doesNotContain("GET");
            assertThat(first(tap, Leg.SERVER)).startsWith("GET /");
        }
    }

    @Test
    void whatIsPassedThroughIsSealedOnBothLegs() {
        try (var tap = world(Layer.TCP, Tls.AT_SERVERS).wiretap()) {
            goes(tap, Excerpt.Kind.SEALED, Excerpt.Kind.SEALED);
        }
    }

    @Test
    void nothingIsKeptWhenNobodyLooks() {
        var world = world(Layer.HTTP, Tls.OFF);
        var one = world.wiretap();
        var other = world.wiretap();
        goes(one, Excerpt.Kind.TEXT, Excerpt.Kind.TEXT);
        one.close();
        one.close();
        assertThat(one.last(Leg.CLIENT)).isEmpty();
        assertThat(other.last(Leg.CLIENT)).isPresent();
        other.close();
        assertThat(world.setting.taps().on(Leg.CLIENT).last()).isNull();
        assertThat(world.setting.taps().on(Leg.SERVER).last()).isNull();
    }

    @Test
    void aShutTapKeepsNothingAndAnOpenOneTheFirstBytesOnly() {
        var tap = new Tap();
        var bytes = ByteBuffer.wrap("x".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        tap.hear(bytes, 0, 1000);
        assertThat(tap.last()).isNull();
        tap.open(true);
        assertThat(tap.last()).isNull();
        tap.hear(bytes, 0, 1000);
        assertThat(bytes.position()).isZero();
        var kept = Objects.requireNonNull(tap.last());
        assertThat(kept.length()).isEqualTo(1000);
        assertThat(kept.text(1000, 9)).containsExactly("x".repeat(192));
        tap.open(false);
        assertThat(tap.last()).isNull();
    }

    @Test
    void whatPassesAShutTapAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var tap = new Tap();
        var stopwatch = new Labour().taking();
        var bytes = ByteBuffer.allocate(1000);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            stopwatch.waits();
            tap.hear(bytes, 0, 1000);
            stopwatch.goesOn(Leg.CLIENT);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
    }

    @Test
    void bytesThatWentOtherwiseAreForgotten() {
        var taps = new Taps();
        try (var look = taps.open()) {
            taps.on(Leg.CLIENT).hear(ByteBuffer.wrap(new byte[] {'G', 'E', 'T'}), 0, 3);
            assertThat(look.last(Leg.CLIENT)).isPresent();
            taps.forget();
            assertThat(look.last(Leg.CLIENT)).isEmpty();
            taps.on(Leg.CLIENT).hear(ByteBuffer.wrap(new byte[] {23, 3, 3}), 0, 3);
            assertThat(look.last(Leg.CLIENT)).map(Excerpt::kind).contains(Excerpt.Kind.SEALED);
        }
        taps.forget();
        taps.on(Leg.CLIENT).hear(ByteBuffer.wrap(new byte[] {'G', 'E', 'T'}), 0, 3);
        assertThat(taps.on(Leg.CLIENT).last()).isNull();
    }

    @Test
    void aHandshakeTakesThePlaceOfNothingElse() {
        var tap = new Tap();
        tap.open(true);
        tap.hear(ByteBuffer.wrap(new byte[] {22, 3, 1, 9}), 0, 4);
        assertThat(tap.last()).extracting(Excerpt::kind).isEqualTo(Excerpt.Kind.HANDSHAKE);
        tap.hear(ByteBuffer.wrap(new byte[] {23, 3, 3, 9}), 0, 4);
        assertThat(tap.last()).extracting(Excerpt::kind).isEqualTo(Excerpt.Kind.SEALED);
        tap.hear(ByteBuffer.wrap(new byte[] {22, 3, 1, 9}), 0, 4);
        assertThat(tap.last()).extracting(Excerpt::kind).isEqualTo(Excerpt.Kind.SEALED);
    }

    @Test
    void handshakesAreTimedAndTheEndThatMakesThemWorks() {
        var world = world(Layer.HTTP, Tls.AT_BALANCER);
        Eventually.holds(
                "each of three clients came for the first time, and one came back",
                () -> came(world, false) >= 3 && came(world, true) >= 1);
        assertThat(secured(world))
                .allMatch(s -> s.leg() == Leg.CLIENT && s.workNanos() > 0)
                .allMatch(s -> s.workNanos() <= s.tookNanos());
    }

    private static long came(LiveWorld world, boolean resumed) {
        return secured(world).stream().filter(s -> s.resumed() == resumed).count();
    }

    private static List<Happening.Secured> secured(LiveWorld world) {
        return Opened.happenings(world).stream()
                .filter(Happening.Secured.class::isInstance)
                .map(Happening.Secured.class::cast)
                .toList();
    }
}
