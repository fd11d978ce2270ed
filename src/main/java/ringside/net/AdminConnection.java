package ringside.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection to the admin port, from accept to close. */
final class AdminConnection implements Runnable {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String HELP = "Ringside\n\n/metrics  what the proxy counts, in Prometheus' text format\n";

    private final Admin admin;
    private final SocketChannel channel;

    /** What is answered; the fields, if any, end in CR LF. */
    private record Answer(int status, String type, String text, String fields) {
        static Answer text(int status, String text) {
            return new Answer(status, TEXT, text + "\n", "");
        }
    }

    AdminConnection(Admin admin, SocketChannel channel) {
        this.admin = admin;
        this.channel = channel;
    }

    @Override
    public void run() {
        try (var wire = Wire.over(channel, admin.setting().watchdog())) {
            var client = new Client(wire, admin.setting().limits());
            boolean more = true;
            while (more) {
                more = serve(client);
            }
        } catch (IOException _) {
            // the client is gone
        }
    }

    private boolean serve(Client client) throws IOException {
        try {
            if (!client.awaitHead()) {
                return false;
            }
            boolean keep = client.head().keepAlive() && client.body().ended();
            write(client, answer(client.head()), keep);
            return keep;
        } catch (BadMessage bad) {
            write(client, Answer.text(bad.status(), bad.sentence()), false);
            client.linger();
            return false;
        }
    }

    private Answer answer(RequestHead head) throws BadMessage {
        if (head.hosted() && !head.authority().loopback()) {
            throw new BadMessage(421, "this port answers for localhost, 127.0.0.1 and [::1] only");
        }
        CrossSite.check(head, Authority::loopback);
        if (!head.method().equals("GET")) {
            return new Answer(405, TEXT, "this port is for GET only\n", "Allow: GET\r\n");
        }
        var target = head.target().text(head.fields().bytes());
        return switch (target) {
            case "/metrics" -> new Answer(200, MetricsText.TYPE, admin.metrics(), "");
            case "/" -> Answer.text(200, HELP);
            default -> Answer.text(404, "there are / and /metrics here");
        };
    }

    private static void write(Client client, Answer answer, boolean keep) throws IOException {
        var out = client.out();
        var body = answer.text().getBytes(StandardCharsets.UTF_8);
        out.put("HTTP/1.1 ");
        out.put(answer.status());
        out.put(' ');
        out.put(Page.reason(answer.status()));
        out.put("\r\nContent-Type: ");
        out.put(answer.type());
        out.put("\r\nX-Content-Type-Options: nosniff\r\nContent-Length: ");
        out.put(body.length);
        out.endLine();
        out.put(answer.fields());
        if (!keep) {
            out.put("Connection: close\r\n");
        }
        out.endLine();
        if (!client.head().head()) {
            out.put(body);
        }
        out.flush();
    }
}
