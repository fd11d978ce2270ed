package ringside.engine.nginx;

import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Reason;
import ringside.engine.Ticks;

/** Gives each server turns in proportion to its weight, fewer for a while after failures. */
public final class RoundRobin extends Upstream {
    /*
     * nginx's default (ngx_http_upstream_round_robin.c): smooth weighted round robin with effective weights. A server
     * that cannot take the request, for whatever reason, neither gains nor pays nor recovers. When no primary can, the
     * backups take turns by the same rule, and this request does not come back to the primaries; when no backup can
     * either, the client gets a 502.
     *
     * The trap: there is no "all have failed, so forgive all" since 1.11.5. With one failure each, the default
     * max_fails=1 closes a whole site for ten seconds, unless it has a single server, which is never given up.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "nginx/round-robin",
            "Gives each server turns in proportion to its weight, fewer for a while after failures.",
            (_, ticks, _) -> new RoundRobin(ticks));

    /** Round robin by this clock. */
    public RoundRobin(Ticks ticks) {
        super(ticks);
    }

    @Override
    Pick find(Visit visit) {
        return visit.choose(peers -> SmoothTurn.among(peers, visit.detail()));
    }

    /** What it would do in place of a method that could not decide. */
    static Pick insteadOf(Visit visit, Reason.Because because) {
        return switch (visit.choose(peers -> SmoothTurn.among(peers, visit.detail()))) {
            case Pick.Chosen(var server, var why)
            when visit.reasoned() -> new Pick.Chosen(server, new Reason.Instead(because, why));
            case Pick pick -> pick;
        };
    }
}
