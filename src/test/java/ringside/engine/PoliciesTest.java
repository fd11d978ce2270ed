package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PoliciesTest {
    private static final Request REQUEST = new Request("10.0.0.1", "/cart", "user:7");

    static Stream<String> ids() {
        return Policies.all().stream().map(Policies.Entry::id);
    }

    @Test
    void areTheTextbooksAndThoseOfNginxHaproxyAndEnvoy() {
        assertThat(namesOf("textbook"))
                .isEqualTo("round-robin weighted-round-robin smooth-weighted-round-robin random "
                        + "least-connections weighted-least-connections two-choices "
                        + "least-response-time peak-ewma ip-hash mod-n md5-ring ring "
                        + "bounded-load-ring ketama rendezvous jump maglev");
        assertThat(namesOf("nginx")).isEqualTo("round-robin least-conn ip-hash hash hash-consistent random random-two");
        assertThat(namesOf("haproxy"))
                .isEqualTo("roundrobin static-rr leastconn first source uri hdr url_param random");
        assertThat(namesOf("envoy")).isEqualTo("round-robin least-request ring-hash maglev random");
        assertThat(ids()).hasSize(39);
    }

    private static String namesOf(String family) {
        return ids().filter(id -> id.startsWith(family + "/"))
                .map(id -> id.substring(family.length() + 1))
                .collect(Collectors.joining(" "));
    }

    @Test
    void sayWhichOnesTheKeyAloneDecides() {
        assertThat(Policies.all())
                .filteredOn(Policies.Entry::keyed)
                .extracting(Policies.Entry::id)
                .containsExactly(
                        "textbook/mod-n",
                        "textbook/md5-ring",
                        "textbook/ring",
                        "textbook/bounded-load-ring",
                        "textbook/ketama",
                        "textbook/rendezvous",
                        "textbook/jump",
                        "textbook/maglev",
                        "nginx/hash",
                        "nginx/hash-consistent",
                        "haproxy/hdr",
                        "haproxy/url_param",
                        "envoy/ring-hash",
                        "envoy/maglev");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void describeThemselvesInOneSentence(String id) {
        assertThat(Policies.find(id).orElseThrow().sentence()).matches("[A-Z][^.]+\\.");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void chooseNobodyFromAnEmptyPool(String id) {
        var picking = Picking.by(id, Pool.EMPTY);
        assertThat(picking.pick(REQUEST, Detail.PLAIN)).isEqualTo(new Pick.Refused(Pick.Cause.NO_SERVERS));
        assertThat(picking.pick(REQUEST, Detail.REASONED)).isEqualTo(new Pick.Refused(Pick.Cause.NO_SERVERS));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void chooseNobodyWhenAllAreDownAndGoOnWhenOneReturns(String id) {
        var allDown = pool("A", "B")
                .change(new ServerId("A"), m -> m.with(Standing.DOWN))
                .change(new ServerId("B"), m -> m.with(Standing.DRAINING));
        var picking = Picking.by(id, allDown);
        assertThat(picking.pick(REQUEST, Detail.REASONED)).isEqualTo(new Pick.Refused(Pick.Cause.NONE_AVAILABLE));
        picking.from(allDown.change(new ServerId("A"), m -> m.with(Standing.UP)));
        assertThat(picking.next(3)).isEqualTo("A A A");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void chooseTheOnlyServer(String id) {
        assertThat(Picking.by(id, pool("A")).next(3)).isEqualTo("A A A");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void chooseOnlyServersThatAreUp(String id) {
        Trials.of(20, random -> {
            var some = Pool.of(Trials.pool(random, 1 + random.nextInt(9), 4).members().stream()
                    .map(m -> m.with(random.nextBoolean() ? Standing.UP : Standing.DOWN))
                    .toList());
            var up = some.members().stream()
                    .filter(Member::open)
                    .map(m -> m.id().name())
                    .toList();
            var picks = List.of(Picking.by(id, some).next(20).split(" "));
            assertThat(picks).isSubsetOf(up.isEmpty() ? List.of("-") : up);
        });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void handOutTheSameObjectWhenTheReasonIsNotWanted(String id) {
        var picking = Picking.by(id, pool("A"));
        assertThat(picking.pick(REQUEST, Detail.PLAIN))
                .isSameAs(picking.pick(REQUEST, Detail.PLAIN))
                .isEqualTo(new Pick.Chosen(new ServerId("A"), Reason.Untold.INSTANCE));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void decideTheSameWhetherTheReasonIsWantedOrNot(String id) {
        Trials.of(20, random -> {
            var some = Trials.pool(random, 1 + random.nextInt(6), 4);
            var plain = Picking.by(id, some);
            var reasoned = Picking.by(id, some);
            for (int i = 0; i < 30; i++) {
                var request = new Request("10.0.0." + random.nextInt(256), "/", "user:" + random.nextInt(99));
                assertThat(plain.pick(request, Detail.PLAIN))
                        .isInstanceOfSatisfying(
                                Pick.Chosen.class,
                                p -> assertThat(reasoned.pick(request, Detail.REASONED))
                                        .isInstanceOfSatisfying(Pick.Chosen.class, r -> {
                                            assertThat(r.server()).isEqualTo(p.server());
                                            assertThat(r.why()).isNotEqualTo(Reason.Untold.INSTANCE);
                                        }));
            }
        });
    }

    /** A cell of HAProxy's maps is one server's, and nobody stands in for it. */
    static Stream<String> idsOfThoseWithASecondChoice() {
        var inMaps = Set.of("haproxy/source", "haproxy/uri", "haproxy/hdr", "haproxy/url_param");
        return ids().filter(id -> !inMaps.contains(id));
    }

    @ParameterizedTest
    @MethodSource("idsOfThoseWithASecondChoice")
    void passOverServersThatWereTried(String id) {
        var balancer = new Balancer(Policies.make(PolicyChoice.of(id)), pool("A", "B", "C"));
        for (int i = 0; i < 5; i++) {
            var trail = balancer.begin(REQUEST);
            for (int attempt = 1; attempt <= 3; attempt++) {
                assertThat(balancer.another(trail, Detail.PLAIN)).isInstanceOf(Pick.Chosen.class);
            }
            assertThat(trail.tried()).containsExactlyInAnyOrderElementsOf(Picking.ids("A", "B", "C"));
            assertThat(balancer.another(trail, Detail.PLAIN)).isEqualTo(new Pick.Refused(Pick.Cause.NONE_AVAILABLE));
        }
    }

    @Test
    void nameThoseThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> Policies.make(PolicyChoice.of("textbook/rnog")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no policy is called \"textbook/rnog\"; there are textbook/round-robin, ")
                .hasMessageContaining(", textbook/ring");
    }

    @Test
    void nameTheOptionsThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> Policies.make(new PolicyChoice("textbook/ring", Map.of("pionts", "9"))))
                .hasMessage("textbook/ring has no option \"pionts\"; it has points");
        assertThatThrownBy(() -> Policies.make(new PolicyChoice("textbook/mod-n", Map.of("points", "9"))))
                .hasMessage("textbook/mod-n has no option \"points\"; it has none");
    }

    @ParameterizedTest
    @CsvSource({"0", "1001", "-1", "ten", "1.5", "''", "99999999999"})
    void refuseAnOptionOutOfItsRange(String points) {
        assertThatThrownBy(() -> Policies.make(new PolicyChoice("textbook/ring", Map.of("points", points))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points is a whole number from 1 to 1000, not \"" + points + "\"");
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "7, 14", "1000, 2000"})
    void useAnOptionThatIsGiven(String points, int onTheRing) {
        var ring = (RingPolicy) Policies.make(new PolicyChoice("textbook/ring", Map.of("points", points)));
        ring.use(pool("A", "B"));
        assertThat(ring.points()).hasSize(onTheRing);
    }
}
