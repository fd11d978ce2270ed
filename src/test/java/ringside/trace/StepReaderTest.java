package ringside.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Request;
import ringside.engine.ServerId;

class StepReaderTest {
    private static final ServerId S1 = new ServerId("s1");
    private static final String SHARED = "127.0.0.1:9002";

    private final StepReader reader = new StepReader(Tracing.subject(
            "nginx/hash",
            Map.of(),
            List.of(),
            Tracing.server(1),
            Tracing.server(2),
            new UpstreamServer(Member.up("s3", 1), Optional.of(SHARED), Watch.NONE)));

    private Step read(String json) {
        return reader.read(new Place("t.jsonl", 7, 1), json.replace('\'', '"'));
    }

    @Test
    void readsARequest() {
        var json = "{'id':'r1','client':'10.0.0.1','method':'PUT','path':'/?k=x','headers':{'X-K':'y'},"
                + "'fails':{'s1':'status:500','127.0.0.1:9002':'error'}}";
        assertThat(read(json))
                .isEqualTo(new Step.Ask(
                        Optional.of("r1"),
                        new Request("10.0.0.1", "PUT", "/?k=x", Map.of("x-k", "y"), "x"),
                        Map.of(
                                S1,
                                new Outcome.Answered(500),
                                new ServerId("s2"),
                                new Outcome.Broken(Outcome.How.REFUSED),
                                new ServerId("s3"),
                                new Outcome.Broken(Outcome.How.REFUSED))));
        assertThat(read("{}"))
                .isEqualTo(
                        new Step.Ask(Optional.empty(), new Request("127.0.0.1", "GET", "/", Map.of(), ""), Map.of()));
    }

    @Test
    void readsWhatElseHappens() {
        assertThat(read("{'close':'r1'}")).isEqualTo(new Step.Close("r1", Outcome.OK, OptionalLong.empty()));
        assertThat(read("{'close':'r1','outcome':'error','tookMillis':1.5}"))
                .isEqualTo(new Step.Close("r1", new Outcome.Broken(Outcome.How.CLOSED), OptionalLong.of(1_500_000)));
        assertThat(read("{'at':12.5}")).isEqualTo(new Step.At(12_500_000_000L));
        assertThat(read("{'at':1795337558.229}")).isEqualTo(new Step.At(1_795_337_558_229_000_000L));
        assertThat(read("{'at':1e-400}")).isEqualTo(new Step.At(0));
        assertThat(read("{'at':0e999999999}")).isEqualTo(new Step.At(0));
        assertThat(read("{'server':'s1','set':'drain'}")).isEqualTo(new Step.Told(S1, Step.Order.DRAIN));
        assertThat(read("{'weight':5,'server':'s1'}")).isEqualTo(new Step.Weigh(S1, 5));
        assertThat(read("{'check':'127.0.0.1:9001','passed':false}")).isEqualTo(new Step.Checked(S1, false));
        assertThat(read("{'observe':'s1','status':500}")).isEqualTo(new Step.Observed(S1, new Outcome.Answered(500)));
        assertThat(read("{'observe':'s1','outcome':'timeout'}"))
                .isEqualTo(new Step.Observed(S1, new Outcome.Broken(Outcome.How.TIMEOUT)));
        assertThat(read("{'agent':'s1','says':'50% up'}")).isEqualTo(new Step.AgentSays(S1, "50% up"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'clinet':'x'}|2|\"clinet\" is not known here; a request has id, client, method, path, headers, fails",
                "{ 'id' : 3 }|10|\"id\" should be a text in quotes",
                "{'id':'a','id':'b'}|11|\"id\" is here for the second time; write it once",
                "{'headers':{'a':[]}}|17|\"a\" should be a text in quotes",
                "{'headers':{'a':{'b':{}}}}|17|\"a\" should be a text in quotes",
                "{'headers':null}|12|\"headers\" should be an object of texts",
                "{'fails':{'s9':'error'}}|11|no server is called \"s9\"; there are s1 (127.0.0.1:9001),"
                        + " s2 (127.0.0.1:9002), s3 (127.0.0.1:9002)",
                "{'fails':{'s1':'status:99'}}|16|an attempt ends ok, error, refused, closed, timeout or status:500,"
                        + " not \"status:99\"",
                "{'close':'a','at':1}|14|\"at\" is not known here; a close has close, outcome, tookMillis",
                "{'close':'a','tookMillis':-1}|27|\"tookMillis\" should be a number from 0 to 1000000000000",
                "{'at':'1'}|7|\"at\" should be a number from 0 to 9000000000",
                "{'at':1e99}|7|\"at\" should be a number from 0 to 9000000000",
                "{'at':null}|7|\"at\" should be a number from 0 to 9000000000",
                "{'server':'s1'}|1|a server is either set or weighed; write \"set\" or \"weight\" beside it",
                "{'server':'s1','set':'off'}|22|a server is set up, down, drain, maint or ready, not \"off\"",
                "{'server':'127.0.0.1:9002','set':'up'}|11|several servers are at 127.0.0.1:9002; name one of [s2, s3]",
                "{'server':'s1','weight':1.5}|25|\"weight\" should be a whole number from 0 to 1000",
                "{'server':'s1','weight':1001}|25|\"weight\" should be a whole number from 0 to 1000",
                "{'check':'s1'}|1|\"passed\" is missing",
                "{'check':'s1','passed':1}|24|\"passed\" should be true or false",
                "{'observe':'s1'}|1|write either the \"status\" that was observed or the \"outcome\"",
                "{'observe':'s1','status':600}|26|\"status\" should be a whole number from 100 to 599",
                "{'agent':'s1','says':true}|22|\"says\" should be a text in quotes",
            })
    void tellsWhatIsWrongAndWhere(String json, int column, String what) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.jsonl:7:" + column + ": " + what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"``|1", "[]|1", "1|1", "{} {}|5", "{|2", "{'at':tru}|7", "{'at':01}|7", "{at:1}|3", "nonsense|1"})
    void saysWhatALineLooksLike(String json, int column) {
        assertThatThrownBy(() -> read(json))
                .hasMessage("t.jsonl:7:" + column + ": this is no line of a trace; a line is one JSON object, such as"
                        + " {\"id\":\"r1\",\"client\":\"10.0.0.1\",\"path\":\"/?k=x\",\"headers\":{\"k\":\"x\"}}");
    }

    @Test
    void survivesDeepNests() {
        assertThatThrownBy(() -> read("{'headers':" + "{'a':".repeat(5000) + "1" + "}".repeat(5001)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(BadInput.class);
    }
}
