package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** Requests that some page has a browser make. */
@Timeout(60)
class CrossSiteTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @RegisterExtension
    final Opened opened = new Opened();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST|Origin: http://evil.example",
                "POST|Origin: https://evil.example:8443",
                "POST|Origin: http://localhost.evil.example",
                "GET|Origin: null",
                "GET|Origin: http://evil.example",
                "GET|Origin: file://",
                "GET|Origin: http://localhost;Origin: http://evil.example",
                "GET|Sec-Fetch-Site: cross-site",
                "GET|Sec-Fetch-Site: cross-site;Sec-Fetch-Mode: no-cors;Sec-Fetch-Dest: image",
                "GET|Sec-Fetch-Site: cross-site;Sec-Fetch-Mode: navigate;Sec-Fetch-Dest: iframe",
                "POST|Sec-Fetch-Site: cross-site;Sec-Fetch-Mode: navigate;Sec-Fetch-Dest: document",
                "GET|Sec-Fetch-Site: cross-site;Sec-Fetch-Mode: websocket;Connection: upgrade;Upgrade: websocket",
            })
    void answers403ToWhatAnotherSitesPageSends(String request) throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            var answer = raw.send(written(request)).answer();

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("403 Forbidden: another site's page may not send requests here\n");
            assertThat(raw.rest()).isEmpty();
        }
        assertThat(backend.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST|Origin: http://localhost",
                "POST|Origin: http://LOCALHOST:3000",
                "POST|Origin: https://127.0.0.1:8443;Sec-Fetch-Site: same-origin",
                "GET|Origin: http://[::1]:8080;Sec-Fetch-Site: same-site",
                "GET|Sec-Fetch-Site: none;Sec-Fetch-Mode: navigate;Sec-Fetch-Dest: document",
                "GET|Sec-Fetch-Site: cross-site;Sec-Fetch-Mode: navigate;Sec-Fetch-Dest: document",
                "GET|Referer: http://evil.example/",
            })
    void takesWhatTheUserOrAPageOfItsOwnSends(String request) throws Exception {
        try (var raw = Raw.to(opened.before(Backend.answering(OK)))) {
            assertThat(raw.send(written(request)).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void takesEverythingWhenAnyHostMayBeAskedFor() throws Exception {
        try (var backend = Backend.answering(OK)) {
            var scenario =
                    Scenario.of(ServerSpec.named("S").at(backend.address())).with(Duration.ofSeconds(5));
            var world = opened.open(scenario, LiveOptions.anywhere().forAnyHost());
            try (var raw = Raw.to(world)) {
                raw.send("POST / HTTP/1.1\r\nHost: a.example\r\nOrigin: http://b.example"
                        + "\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 0\r\n\r\n");

                assertThat(raw.answer().status()).isEqualTo(200);
            }
        }
    }

    private static String written(String request) {
        int bar = request.indexOf('|');
        var fields = request.substring(bar + 1).replace(";", "\r\n");
        return request.substring(0, bar) + " / HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n\r\n";
    }
}
