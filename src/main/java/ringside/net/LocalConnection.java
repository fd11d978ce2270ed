package ringside.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import ringside.engine.Request;
import ringside.engine.stick.CookieField;
import ringside.world.Behaviour;
import ringside.world.Happening;
import ringside.world.Latency;

/** One connection to one of our servers, from accept to close. */
final class LocalConnection implements Runnable {
    /** The cookie by which a client says which session is its own. */
    static final String SESSION = "SESSION";

    private static final String HEALTH = "/health";
    private static final Latency CHECK = new Latency.Constant(Duration.ofMillis(1));

    private final LocalServer server;
    private final SocketChannel channel;

    LocalConnection(LocalServer server, SocketChannel channel) {
        this.server = server;
        this.channel = channel;
    }

    @Override
    public void run() {
        try (var wire = Wire.over(channel, server.setting().watchdog())) {
            server.opened(wire);
            try {
                agree(wire);
                var client = new Client(wire, server.setting().limits());
                boolean more = true;
                while (more) {
                    more = serve(client);
                }
                if (wire.secure()) {
                    wire.finish();
                }
            } finally {
                server.closed(wire);
            }
        } catch (IOException _) {
            // cut, by us or by the peer
        }
    }

    /** Makes the connection secret where encryption ends here. */
    private void agree(Wire wire) throws IOException {
        var setting = server.setting();
        if (setting.encryption().atServers()) {
            var done = wire.encrypt(
                    setting.encryption().servingAtServer(), setting.limits().head());
            setting.tell(new Happening.Secured(
                    Happening.Leg.SERVER,
                    server.id().name(),
                    done.protocol(),
                    done.cipher(),
                    done.resumed(),
                    done.tookNanos(),
                    done.workNanos()));
        }
    }

    private boolean serve(Client client) throws IOException {
        try {
            boolean asked = client.awaitHead();
            server.turnstile().pass();
            if (!asked) {
                return false;
            }
            var head = client.head();
            boolean keep = head.keepAlive();
            boolean toHead = head.head();
            long number = numberOf(head.fields());
            var target = head.target().text(head.fields().bytes());
            var page = LocalPage.wanted(head, target);
            var echo = Handshake.read(head, target);
            var session = session(head.fields());
            if (head.awaitsContinue()) {
                ResponseWriter.putContinue(client.out());
            }
            readBody(client);
            if (server.behaviour() instanceof Behaviour.Zombie) {
                return beSilent(client);
            }
            var answer = answer(target, number, session);
            if (server.behaviour() instanceof Behaviour.Zombie) {
                return beSilent(client);
            }
            if (answer.good() && echo.isPresent()) {
                Handshake.agree(echo.get(), server.id(), client.out());
                new Echo(client, this::silent).run();
                return false;
            }
            return new AnswerWriter(server, client).write(shown(page, answer, number), keep, toHead);
        } catch (BadMessage bad) {
            var answer = new Answer(bad.status(), bad.sentence() + "\n");
            new AnswerWriter(server, client).writeWell(answer, false, false);
            client.linger();
            return false;
        }
    }

    private Answer shown(Optional<LocalPage> page, Answer answer, long number) {
        return page.filter(_ -> answer.good())
                .map(p -> new Answer(200, "html", p.text(server.id(), number), false, answer.session()))
                .orElse(answer);
    }

    /** The number that our own proxy gave the request, or 0 when somebody else asks. */
    private long numberOf(Fields fields) {
        if (!server.setting().secret().in(fields, FieldName.X_RINGSIDE_RUN)) {
            return 0;
        }
        return Long.parseLong(fields.value(fields.place(FieldName.X_RINGSIDE_REQUEST)));
    }

    /** The session that a client says is its own; nothing when it has none, or nobody asks. */
    private Optional<String> session(Fields fields) {
        return server.setting().memories().kept()
                ? CookieField.value(fields.first("cookie"), SESSION)
                : Optional.empty();
    }

    /** A good answer comes from whoever knows its client, from now on at least. */
    private Answer recall(Optional<String> session, long number, Answer answer) {
        var memories = server.setting().memories();
        if (!answer.good() || !memories.kept()) {
            return answer;
        }
        var known = memories.recall(session, server.sessions());
        tell(number, new Happening.Recalled(number, server.id(), known));
        if (known == Happening.Recollection.KNOWN) {
            return answer;
        }
        var fresh = UUID.randomUUID().toString();
        memories.begin(fresh, server.sessions());
        return answer.with(fresh);
    }

    private static void readBody(Client client) throws IOException, BadMessage {
        client.wire().readWithin(client.limits().body());
        for (int count = client.body().next(client.out());
                count > 0;
                count = client.body().next(client.out())) {
            client.body().take(count);
            client.wire().readWithin(client.limits().body());
        }
        client.wire().readAtLeisure();
    }

    /** Whether it says nothing, or nothing any more; waits as long as it is frozen. */
    private boolean silent() {
        server.turnstile().pass();
        var now = server.behaviour();
        return now instanceof Behaviour.Zombie || now instanceof Behaviour.Crashed;
    }

    /** Reads on and says nothing, until the peer has had enough. */
    private static boolean beSilent(Client client) throws IOException {
        var rest = ByteBuffer.allocate(1024);
        for (int n = 0; n >= 0; ) {
            n = client.wire().read(rest.clear());
        }
        return false;
    }

    private Answer answer(String target, long number, Optional<String> session) {
        return target.equals(HEALTH) ? checkUp() : recall(session, number, work(number, target));
    }

    /** Answers a check as it would a request, but in a millisecond, and keeps no worker from them. */
    private Answer checkUp() {
        return labour(server.workers(), CHECK, "is well");
    }

    private Answer work(long number, String target) {
        var workers = server.workers();
        if (!workers.take()) {
            if (!workers.lineUp()) {
                return new Answer(503, "plain", server.id() + " is full\n", true, "");
            }
            tell(number, new Happening.Queued(number, server.id()));
            workers.await();
            server.turnstile().pass();
        }
        try {
            if (server.behaviour() instanceof Behaviour.Zombie) {
                return new Answer(503, "never said");
            }
            tell(number, new Happening.Started(number, server.id()));
            var asked = Request.of("", target).key();
            return labour(
                    workers,
                    server.latency(),
                    "answered " + (number == 0 ? "" : "request " + number + " ") + "for " + asked);
        } finally {
            workers.giveBack();
        }
    }

    private void tell(long number, Happening what) {
        if (number > 0) {
            server.setting().tell(what);
        }
    }

    private Answer labour(Workers workers, Latency latency, String good) {
        var random = ThreadLocalRandom.current();
        long nanos = (long) (latency.nanos(random.nextDouble()) * server.slowness());
        if (nanos > 0 && !workers.work(nanos)) {
            return new Answer(503, server.id() + " was stopped\n");
        }
        return server.behaviour() instanceof Behaviour.Errors(int percent) && random.nextInt(100) < percent
                ? new Answer(500, server.id() + " failed\n")
                : new Answer(200, server.id() + " " + good + "\n");
    }
}
