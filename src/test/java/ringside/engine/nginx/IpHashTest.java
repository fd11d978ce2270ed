package ringside.engine.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.Picking.ask;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.Detail;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.Request;

class IpHashTest {
    private static final String ID = "nginx/ip-hash";

    @Test
    void sendsClientsWhereNginxDid() {
        var lists = Recorded.header("ip_hash.csv");
        var rows = Recorded.rows("ip_hash.csv");
        assertThat(rows).hasSize(870);
        assertThat(lists).hasSize(1 + 4);
        for (int list = 1; list < lists.size(); list++) {
            var asking = Asking.by(ID, Recorded.pool(lists.get(list)));
            for (var row : rows) {
                assertThat(asking.answeringClient(row.getFirst()))
                        .as("%s among %s", row.getFirst(), lists.get(list))
                        .isEqualTo(row.get(list));
            }
        }
    }

    @Test
    void goesOnFromTheLastHashWhenARequestIsTriedAgain() {
        assertThat(Retried.replay(ID, "ip_hash")).isEqualTo(250);
    }

    @Test
    void takesClientsOfOneNetworkForOne() {
        var asking = Asking.by(ID, Recorded.weighing(1, 1, 1, 1, 1));
        assertThat(asking.answeringClient("10.20.30.1")).isEqualTo(asking.answeringClient("10.20.30.254"));
        assertThat(asking.answeringClient("unix:")).isEqualTo(asking.answeringClient("0.0.0.9"));
    }

    @Test
    void tellsEachRoundOfHashing() {
        // from 89, times 113 plus an octet, modulo 6271: 3796, 2540, 4855
        assertThat(ask(
                        Asking.by(ID, Recorded.weighing(1, 1, 1)).balancer(),
                        new Request("10.20.30.40", "/", ""),
                        Detail.REASONED))
                .isEqualTo(new Pick.Chosen(
                        Recorded.server(2),
                        new Reason.Rounds("10.20.30.40", 3, List.of(new Reason.Round(4855, 1, Recorded.server(2))))));
    }

    @Test
    void refusesABackupAsNginxDoes() {
        assertThatThrownBy(() -> Asking.by(ID, Recorded.pool("[[1, \"\"], [1, \"backup\"]]")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nginx has backups with round robin and least_conn only, and 127.0.0.1:19002 is one");
    }
}
