package ringside.config.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;
import ringside.engine.haproxy.Redispatch;
import ringside.engine.nginx.NextUpstream;
import ringside.engine.nginx.NextUpstream.Kind;

/** Writes when a request that went wrong is tried again. */
final class RetryLines {
    private static final Set<Kind> UNKNOWN = Set.of(Kind.HTTP_429);

    private RetryLines() {}

    /** The lines. */
    static List<String> of(Upstream upstream, Told told) {
        return switch (upstream.retries()) {
            case Redispatch redispatch -> own(redispatch);
            case NextUpstream next -> nginx(next, upstream, told);
            default -> {
                int tries = Math.max(1, upstream.retries().atFirst(upstream.pool()));
                told.that("when " + upstream.name() + " tries a request again is written as HAProxy's own rule:"
                        + " connections that failed, up to " + (tries - 1) + " times, each elsewhere");
                yield elsewhere(tries);
            }
        };
    }

    private static List<String> own(Redispatch redispatch) {
        var lines = new ArrayList<String>();
        lines.add("retries " + redispatch.retries());
        if (redispatch.every() != 0) {
            lines.add("option redispatch " + redispatch.every());
        }
        var timeout = redispatch.connectTimeout();
        if (timeout.compareTo(Duration.ZERO) > 0) {
            lines.add("timeout connect " + Times.of(timeout));
        }
        return lines;
    }

    private static List<String> elsewhere(int tries) {
        return List.of("retries " + (tries - 1), "option redispatch 1");
    }

    private static List<String> nginx(NextUpstream next, Upstream upstream, Told told) {
        if (next.kinds().isEmpty()) {
            return List.of("retries 0");
        }
        var lines = new ArrayList<>(elsewhere(Math.max(1, next.atFirst(upstream.pool()))));
        var reasons = new TreeSet<String>();
        next.kinds().forEach(kind -> reasons.addAll(reasons(kind)));
        if (!reasons.isEmpty()) {
            lines.add("retry-on " + String.join(" ", reasons));
        }
        if (next.kinds().stream().anyMatch(UNKNOWN::contains)) {
            told.that("HAProxy does not try a request again that was answered 429");
        }
        if (!next.kinds().contains(Kind.NON_IDEMPOTENT)) {
            lines.add("http-request disable-l7-retry if METH_POST");
        }
        if (!next.timeout().isZero()) {
            told.that("HAProxy has no limit of time for trying a request again");
        }
        return lines;
    }

    private static List<String> reasons(Kind kind) {
        return switch (kind) {
            case ERROR -> List.of("conn-failure", "empty-response");
            case TIMEOUT -> List.of("conn-failure", "response-timeout");
            case INVALID_HEADER -> List.of("junk-response");
            case HTTP_429, NON_IDEMPOTENT -> List.of();
            default -> List.of(kind.name().toLowerCase(Locale.ROOT).substring("http_".length()));
        };
    }
}
