package ringside.sim;

import java.util.Map;
import ringside.engine.Request;
import ringside.engine.stick.CookieField;
import ringside.world.CookieJars;
import ringside.world.Happening;
import ringside.world.Happening.Recollection;
import ringside.world.Memories;
import ringside.world.Sessions;

/** What the world's own clients carry, and what the servers know of them by it. */
final class Acquaintance {
    private static final String SESSION = "SESSION";

    private final Setting setting;
    private final CookieJars cookies = new CookieJars();
    private final Memories memories = new Memories();
    private long begun;

    /** One in which nobody knows anybody. */
    Acquaintance(Setting setting) {
        this.setting = setting;
    }

    /** From now on servers keep what they know there. */
    void use(Sessions where) {
        memories.use(where);
    }

    /** A request with the cookies that its client carries, if it is one of the world's own. */
    Request carrying(Request asked, Happening.Origin origin) {
        var carried = origin == Happening.Origin.OURS ? cookies.of(asked.client()) : "";
        return carried.isEmpty()
                ? asked
                : new Request(asked.client(), asked.method(), asked.path(), Map.of("cookie", carried), asked.key());
    }

    /** A job is answered: its client takes the cookies that come with it, and a good answer comes from one who knows it. */
    void make(Job job, Server server, int status) {
        var client = job.visit().request().client();
        job.visit().cookie().ifPresent(cookie -> cookies.take(client, cookie));
        if (memories.kept() && status == 200) {
            var known = memories.recall(CookieField.value(cookies.of(client), SESSION), server.sessions());
            setting.tell(new Happening.Recalled(job.number(), server.id(), known));
            if (known != Recollection.KNOWN) {
                var fresh = Long.toString(++begun);
                memories.begin(fresh, server.sessions());
                cookies.take(client, SESSION + "=" + fresh);
            }
        }
    }
}
