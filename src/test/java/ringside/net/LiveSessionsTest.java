package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.ServerId;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Happening.Recollection;
import ringside.world.Sessions;

/** Sessions on the wire: cookies that our servers set, and our clients carry. */
@Timeout(60)
class LiveSessionsTest {
    private static final Handling STICKY = Handling.USUAL.with(new Stickiness.Cookie("AT", Stick.WhileDraining.STAY));

    @RegisterExtension
    final Opened opened = new Opened();

    private static List<Recollection> told(LiveWorld world) {
        return happenings(world).stream()
                .filter(Happening.Recalled.class::isInstance)
                .map(what -> ((Happening.Recalled) what).session())
                .toList();
    }

    private static void ask(LiveWorld world) {
        int before = told(world).size();
        world.apply(new Command.Send("10.0.0.1", "/", 1));
        Eventually.holds("it is answered", () -> told(world).size() > before);
    }

    private static String cookies(Raw.Answer answer) {
        return String.join(
                "\n",
                answer.head().lines().filter(l -> l.startsWith("Set-Cookie: ")).toList());
    }

    @Test
    void ourClientsCarryCookiesAndLoseTheirSessionWithTheServerThatKnewIt() {
        var world = opened.open(servers("A", "B").with(STICKY).with(Sessions.LOCAL));
        ask(world);
        ask(world);
        assertThat(told(world)).containsExactly(Recollection.BEGUN, Recollection.KNOWN);
        world.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Crashed()));
        ask(world);
        ask(world);
        assertThat(told(world))
                .containsExactly(Recollection.BEGUN, Recollection.KNOWN, Recollection.LOST, Recollection.KNOWN);
    }

    @Test
    void aSharedStoreOutlivesAServer() {
        var world = opened.open(servers("A", "B").with(STICKY).with(Sessions.SHARED));
        ask(world);
        world.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Crashed()));
        ask(world);
        assertThat(told(world)).containsExactly(Recollection.BEGUN, Recollection.KNOWN);
    }

    @Test
    void aStrangerIsToldToCarryASessionOnceAndIsKnownByIt() throws Exception {
        var world = opened.open(servers("A").with(Sessions.LOCAL));
        var told = cookies(Raw.get(world, "/"));
        assertThat(told).matches("Set-Cookie: SESSION=[0-9a-f-]{36}; Path=/; HttpOnly; SameSite=Lax");
        var session = told.substring("Set-Cookie: ".length(), told.indexOf(';'));
        try (var raw = Raw.to(world)) {
            var again = raw.send("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + session + "\r\n\r\n")
                    .answer();
            assertThat(cookies(again)).isEmpty();
        }
        assertThat(cookies(Raw.get(world, "/health"))).isEmpty();
    }
}
