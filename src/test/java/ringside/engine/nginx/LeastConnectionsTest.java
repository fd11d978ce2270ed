package ringside.engine.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Picking.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Detail;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.ServerId;

class LeastConnectionsTest {
    private static final String ID = "nginx/least-conn";

    @Test
    void opensEachRequestWhereNginxDid() {
        int opened = 0;
        for (var element : Recorded.json("least_conn.json").getAsJsonArray()) {
            var run = element.getAsJsonObject();
            var asking = Asking.by(ID, Recorded.pool(run.getAsJsonArray("servers")));
            var open = new HashMap<String, ServerId>();
            for (var event : run.getAsJsonArray("events")) {
                var what = event.getAsJsonObject();
                if (what.has("open")) {
                    var recorded = what.get("server").getAsString().replace("status502", "none");
                    assertThat(asking.open())
                            .as("%s, %s", run.get("servers"), what)
                            .isEqualTo(recorded);
                    if (!recorded.equals("none")) {
                        open.put(what.get("open").getAsString(), Recorded.server(Integer.parseInt(recorded)));
                    }
                    opened++;
                } else {
                    asking.close(
                            Objects.requireNonNull(open.remove(what.get("close").getAsString())));
                }
            }
        }
        assertThat(opened).isEqualTo(342);
    }

    @Test
    void tellsTheLoadsAndTheTurnAmongEquals() {
        var asking = Asking.by(ID, Recorded.weighing(2, 1, 1));
        assertThat(asking.open()).isEqualTo("1");
        var idle = List.of(
                new Reason.Busy(Recorded.server(1), 1, 2),
                new Reason.Busy(Recorded.server(2), 0, 1),
                new Reason.Busy(Recorded.server(3), 0, 1));
        assertThat(ask(asking.balancer(), Request.keyed(""), Detail.REASONED))
                .isEqualTo(new Pick.Chosen(
                        Recorded.server(2),
                        new Reason.FewestForWeight(
                                idle,
                                Optional.of(new Reason.Raised(
                                        List.of(
                                                new Reason.Gain(Recorded.server(2), 1, 1, 1, 0),
                                                new Reason.Gain(Recorded.server(3), 1, 1, 1, 2)),
                                        2)))));
        assertThat(ask(asking.balancer(), Request.keyed(""), Detail.REASONED))
                .isInstanceOfSatisfying(
                        Pick.Chosen.class,
                        pick -> assertThat(pick.why())
                                .isEqualTo(new Reason.FewestForWeight(
                                        List.of(
                                                new Reason.Busy(Recorded.server(1), 1, 2),
                                                new Reason.Busy(Recorded.server(2), 1, 1),
                                                new Reason.Busy(Recorded.server(3), 0, 1)),
                                        Optional.empty())));
    }
}
