package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.HandlingCommand;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Processes;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

final class CommandWordsTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Scenario NOW = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"));

    private static Command read(String line) {
        return CommandWords.read(new Place("input", 3, 1), line, Reach.THIS_MACHINE)
                .in(NOW, address -> address.equals("127.0.0.1:9102") ? Optional.of(B) : Optional.empty());
    }

    private static void refuses(String line, String message) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> read(line)).withMessage("input:3:" + message);
    }

    @Test
    void addsServers() {
        assertThat(read("add C")).isEqualTo(new Command.AddServer(ServerSpec.named("C")));
        assertThat(read("add C weight 3"))
                .isEqualTo(new Command.AddServer(ServerSpec.named("C").weighing(3)));
        assertThat(read("  add C at 127.0.0.1:9103\t"))
                .isEqualTo(new Command.AddServer(ServerSpec.named("C").at("127.0.0.1:9103")));
    }

    @Test
    void removesServersByNameOrAddress() {
        assertThat(read("drain B")).isEqualTo(new Command.RemoveServer(B, Command.Leaving.DRAIN));
        assertThat(read("remove B")).isEqualTo(new Command.RemoveServer(B, Command.Leaving.DRAIN));
        assertThat(read("remove 127.0.0.1:9102")).isEqualTo(new Command.RemoveServer(B, Command.Leaving.DRAIN));
        assertThat(read("kill 127.0.0.1:9102")).isEqualTo(new Command.RemoveServer(B, Command.Leaving.KILL));
        assertThat(read("kill X")).isEqualTo(new Command.RemoveServer(new ServerId("X"), Command.Leaving.KILL));
    }

    @Test
    void changesServers() {
        assertThat(read("weight A 3")).isEqualTo(new Command.SetWeight(A, 3));
        assertThat(read("zombie A")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Zombie()));
        assertThat(read("crash A")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Crashed()));
        assertThat(read("refuse A")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Refusing()));
        assertThat(read("slow A x3")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Slow(3)));
        assertThat(read("errors A 20%")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Errors(20)));
        assertThat(read("freeze A")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Frozen()));
        assertThat(read("reset A")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Resetting()));
        assertThat(read("truncate A")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Truncating()));
        assertThat(read("endless A")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.EndlessHead()));
        assertThat(read("miscount A +7")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Miscounting(7)));
        assertThat(read("recover A")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Healthy()));
        assertThat(read("latency A 10ms"))
                .isEqualTo(new Command.SetLatency(A, new Latency.Constant(Duration.ofMillis(10))));
        assertThat(read("latency A exponential 10ms"))
                .isEqualTo(new Command.SetLatency(A, new Latency.Exponential(Duration.ofMillis(10))));
    }

    @Test
    void changesServersForAWhile() {
        var two = Duration.ofSeconds(2);
        assertThat(read("flap A 2s")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Flapping(two, two)));
        assertThat(read("flap A 2s off 500ms"))
                .isEqualTo(new Command.SetBehaviour(A, new Behaviour.Flapping(two, Duration.ofMillis(500))));
        assertThat(read("warm A 2s")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Warming(two)));
        assertThat(read("trickle A 2s")).isEqualTo(new Command.SetBehaviour(A, new Behaviour.Trickling(two)));
        assertThat(read("add C behaving flap 2s place 1"))
                .isEqualTo(new Command.AddServer(ServerSpec.named("C").behaving(new Behaviour.Flapping(two, two)), 1));
    }

    @Test
    void givesServersLongTails() {
        var ten = Duration.ofMillis(10);
        assertThat(read("latency A lognormal 10ms 1s"))
                .isEqualTo(new Command.SetLatency(A, new Latency.LogNormal(ten, Duration.ofSeconds(1))));
        var processes = new Processes(16, Processes.Wake.ALL, Duration.ofMillis(1));
        assertThat(read("processes A 16 wake all wake-cost 1ms"))
                .isEqualTo(new Command.SetProcesses(A, Optional.of(processes)));
        assertThat(read("processes A 4"))
                .isEqualTo(new Command.SetProcesses(
                        A, Optional.of(new Processes(4, Processes.Wake.ONE, Processes.USUAL_COST))));
        assertThat(read("processes A off")).isEqualTo(new Command.SetProcesses(A, Optional.empty()));
        assertThat(read("latency A pareto 10ms 1.5"))
                .isEqualTo(new Command.SetLatency(A, new Latency.Pareto(ten, 1.5)));
        assertThat(read("latency A exponential 10ms outliers 1% x100"))
                .isEqualTo(new Command.SetLatency(A, new Latency.Outliers(new Latency.Exponential(ten), 1, 100)));
    }

    @Test
    void changesHowRequestsArrive() {
        var usual = Traffic.none();
        assertThat(read("traffic bursts 200/s on 1s off 4s"))
                .isEqualTo(new Command.SetTraffic(
                        usual.arriving(new Arrivals.Bursts(200, Duration.ofSeconds(1), Duration.ofSeconds(4)))));
        assertThat(read("traffic closed 20 think 50ms patience 2s"))
                .isEqualTo(new Command.SetTraffic(usual.arriving(new Arrivals.Closed(20, Duration.ofMillis(50)))
                        .waiting(Duration.ofSeconds(2))));
        assertThat(read("patience 2s")).isEqualTo(new Command.SetTraffic(usual.waiting(Duration.ofSeconds(2))));
        refuses(
                "traffic closed 20 50ms",
                "19: here stands `think`; write `traffic off | poisson 80/s | constant 10/s"
                        + " | bursts 200/s on 1s off 4s | batches 2/s of 50 | diurnal 10/s to 200/s period 60s"
                        + " | closed 20 think 50ms`");
        assertThat(read("traffic batches 2/s of 50"))
                .isEqualTo(new Command.SetTraffic(usual.arriving(new Arrivals.Batches(2, 50))));
        assertThat(read("traffic diurnal 10/s to 200/s period 60s"))
                .isEqualTo(
                        new Command.SetTraffic(usual.arriving(new Arrivals.Diurnal(10, 200, Duration.ofMinutes(1)))));
    }

    @Test
    void changesThePool() {
        assertThat(read("policy textbook/ring points=160"))
                .isEqualTo(new Command.SetPolicy(new PolicyChoice("textbook/ring", Map.of("points", "160"))));
        assertThat(read("policy haproxy/hdr \"header=two words\" hash-type=consistent"))
                .isEqualTo(new Command.SetPolicy(
                        new PolicyChoice("haproxy/hdr", Map.of("header", "two words", "hash-type", "consistent"))));
        assertThat(read("checks http every 2s timeout 300ms rise 1 fall 4"))
                .isEqualTo(new Command.SetChecks(
                        new Checks(Checks.Kind.HTTP, "/health", Duration.ofSeconds(2), Duration.ofMillis(300), 1, 4)));
        assertThat(read("checks off")).isEqualTo(new Command.SetChecks(Checks.none()));
        assertThat(read("timeout 250ms")).isEqualTo(new HandlingCommand.SetTimeout(Duration.ofMillis(250)));
    }

    @Test
    void changesOnlyThePartOfTheTrafficThatItNames() {
        var usual = Traffic.none();
        assertThat(read("traffic poisson 80/s"))
                .isEqualTo(new Command.SetTraffic(usual.arriving(new Arrivals.Poisson(80))));
        assertThat(read("traffic off")).isEqualTo(new Command.SetTraffic(usual));
        assertThat(read("per-connection 20")).isEqualTo(new Command.SetTraffic(usual.over(Optional.of(20))));
        assertThat(read("traffic off per-connection off")).isEqualTo(new Command.SetTraffic(usual));
        assertThat(read("clients 7")).isEqualTo(new Command.SetTraffic(new Traffic(usual.arrivals(), 7, usual.keys())));
        assertThat(read("keys zipf 100 1.1"))
                .isEqualTo(new Command.SetTraffic(
                        new Traffic(usual.arrivals(), usual.clients(), new Keys.Zipf(100, 1.1))));
        assertThat(read("keys named user:1 \"two words\""))
                .isEqualTo(new Command.SetTraffic(new Traffic(
                        usual.arrivals(), usual.clients(), new Keys.Named(List.of("user:1", "two words")))));
    }

    @Test
    void sendsRequests() {
        assertThat(read("send 5 key user:7 client 10.0.0.9")).isEqualTo(Command.Send.forKey("10.0.0.9", "user:7", 5));
        assertThat(read("send 1")).isEqualTo(new Command.Send("10.0.0.1", "/", 1));
        assertThat(read("send 2 path /cart?x=1")).isEqualTo(new Command.Send("10.0.0.1", "/cart?x=1", 2));
        assertThat(CommandWords.of(Command.Send.forKey("10.0.0.9", "user:7", 5)))
                .isEqualTo("send 5 key user:7 client 10.0.0.9");
        refuses(
                "send 0",
                "6: a number of requests is a whole number from 1 to 10000, not 0;"
                        + " write `send N [key KEY | path /PATH] [client ADDRESS]`");
    }

    @Test
    void readsBackWhatItWrites() {
        for (long seed = 0; seed < 1000; seed++) {
            var command = new AnyScenario(seed).command();
            var words = CommandWords.of(command);
            assertThat(read(words)).as("seed %s: %s", seed, words).isEqualTo(command);
        }
    }

    @Test
    void writesTheWordsThatLessonsUse() {
        assertThat(CommandWords.of(new Command.RemoveServer(B, Command.Leaving.DRAIN)))
                .isEqualTo("drain B");
        assertThat(CommandWords.of(new Command.SetBehaviour(A, new Behaviour.Slow(3))))
                .isEqualTo("slow A x3");
        assertThat(CommandWords.of(new HandlingCommand.SetTimeout(Duration.ofSeconds(1))))
                .isEqualTo("timeout 1s");
    }

    @Test
    void guessesWhichCommandWasMeant() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("drian B"))
                .withMessageStartingWith("input:3:1: unknown command `drian`; did you mean `drain`? known: add, ");
        refuses(
                "traffic poison 80/s",
                "9: unknown arrivals `poison`; did you mean `poisson`? known: off, poisson, constant, bursts, batches,"
                        + " diurnal, closed");
    }

    @Test
    void saysWhatWouldBeRight() {
        refuses("drain", "6: a server is missing; write `drain SERVER`");
        refuses("drain A B", "9: `B` is one word too many; write `drain SERVER`");
        refuses("weight A 0", "10: a weight is a whole number from 1 to 1000, not 0; write `weight SERVER N`");
        refuses("slow A 3", "8: 3 is no factor; write `slow SERVER x3`");
        refuses("errors A 20", "10: 20 is no whole percentage; write `errors SERVER 20%`");
        refuses("latency A 10", "11: 10 has no unit; write a duration such as 10ms, 1s or 2m");
        refuses("timeout 2h", "9: a timeout is 1ms to 1h, not 2h; write `timeout 1s`");
        refuses(
                "add C at 10.0.0.1:80",
                "10: 10.0.0.1:80 is beyond loopback, and traffic is kept on this machine;"
                        + " write 127.0.0.1:80, or start with --allow-remote");
        refuses("keys named \"a b", "12: this quote is not closed; write \"…\"");
    }

    @Test
    void neverRepeatsControlCharacters() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("\u001b[31mred"))
                .withMessageStartingWith("input:3:1: unknown command `\\u001b[31mred`; known: ");
    }
}
