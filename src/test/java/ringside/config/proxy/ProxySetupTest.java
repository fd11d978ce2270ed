package ringside.config.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.config.BadInput;
import ringside.config.haproxy.HaproxyCfg;
import ringside.config.nginx.NginxConf;

final class ProxySetupTest {
    private static final ProxySetup TWO = NginxConf.read("two.conf", """
        events {}
        http {
          upstream a { server 127.0.0.1:9001; }
          upstream b { server 127.0.0.1:9002; }
          upstream c { server 127.0.0.1:9003; }
          server { listen 127.0.0.1:8101; location / { proxy_pass http://a; } }
          server { listen 127.0.0.1:8102; listen 8103; location / { proxy_pass http://b; } }
        }
        """);

    @Test
    void thePortOfAPoolIsTheFirstThatLeadsThere() {
        assertThat(TWO.port(Optional.of("a"))).contains(8101);
        assertThat(TWO.port(Optional.of("b"))).contains(8102);
        assertThat(TWO.port(Optional.of("c"))).isEmpty();
    }

    @Test
    void thePortOfOneOfSeveralPoolsIsNotGuessed() {
        assertThatThrownBy(() -> TWO.port(Optional.empty()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("name one with --upstream: a, b, c");
    }

    @Test
    void aListenOfHaproxySaysThePortOfItsOwnPool() {
        var setup = HaproxyCfg.read("h.cfg", """
            listen web
                mode http
                bind 127.0.0.1:8201
                server s1 127.0.0.1:9001
            """);
        assertThat(setup.port(Optional.empty())).contains(8201);
    }
}
