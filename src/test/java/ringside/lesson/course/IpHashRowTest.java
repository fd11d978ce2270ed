package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.world.Happening;

/** The same client stays; 200 users behind one address are one client; when N changes, most clients move. */
final class IpHashRowTest {
    private static final String MANY = "traffic constant 400/s clients 10000";

    /** Where each client was sent, in order. */
    private static Map<String, List<ServerId>> visits(Day day, int from, int to) {
        var clients = new HashMap<Long, String>();
        day.told(Happening.Arrived.class, 0, to).forEach(a -> clients.put(a.request(), a.client()));
        var visits = new HashMap<String, List<ServerId>>();
        day.told(Happening.Routed.class, from, to)
                .forEach(
                        r -> visits.computeIfAbsent(clients.getOrDefault(r.request(), "nobody"), _ -> new ArrayList<>())
                                .add(r.server()));
        return visits;
    }

    private static Day.Plan plan(String traffic) {
        return Day.of("ip-hash").first("policy textbook/ip-hash").first(traffic);
    }

    @Test
    void sendsTheSameClientToTheSameServer() {
        var visits = visits(plan("traffic constant 120/s").until(60), 0, 60);
        assertThat(visits).hasSize(200);
        assertThat(visits.values())
                .allSatisfy(servers -> assertThat(servers).hasSizeGreaterThan(1).containsOnly(servers.getFirst()));
    }

    @Test
    void sharesManyAddressesFairlyAndOneNotAtAll() {
        var many = plan(MANY).until(60);
        assertThat(many.figures().servers())
                .allSatisfy(s -> assertThat(s.share()).isCloseTo(1 / 3.0, withinPercentage(5)));
        var office = plan("traffic off").at(1, "send 200 client 203.0.113.9").until(5);
        assertThat(office.figures().servers()).extracting(s -> s.requests()).containsExactly(0L, 200L, 0L);
        assertThat(office.figures().dropped()).as("8 work, 100 wait").isBetween(80L, 100L);
    }

    @Test
    void keepsAFourthOfTheClientsWhenThreeServersBecomeFour() {
        assertThat(kept(plan(MANY))).isCloseTo(0.25, within(0.02));
    }

    @Test
    void keepsThreeFourthsOnARingOfAddresses() {
        assertThat(kept(plan(MANY).first("key $remote_addr").first("policy textbook/ring points=160")))
                .isCloseTo(0.75, within(0.05));
    }

    private static double kept(Day.Plan plan) {
        var day = plan.at(60, "add D latency constant 50ms").until(120);
        var before = visits(day, 0, 60);
        var after = visits(day, 60, 120);
        after.keySet().retainAll(before.keySet());
        assertThat(after).hasSizeGreaterThan(5000);
        long same = after.entrySet().stream()
                .filter(e -> e.getValue()
                        .getFirst()
                        .equals(before.getOrDefault(e.getKey(), List.of()).getLast()))
                .count();
        return (double) same / after.size();
    }
}
