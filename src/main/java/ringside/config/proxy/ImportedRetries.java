package ringside.config.proxy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.engine.Retries;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.RetryRule.On;
import ringside.engine.haproxy.Redispatch;
import ringside.engine.nginx.NextUpstream;
import ringside.engine.nginx.NextUpstream.Kind;

/** A proxy's rule for trying again as a scenario has it, with a note of each thing that it has no words for. */
final class ImportedRetries {
    private static final int MOST = 100;

    private ImportedRetries() {}

    static RetryRule of(Retries retries, List<String> notes) {
        return switch (retries) {
            case RetryRule rule -> rule;
            case NextUpstream next -> nginx(next, notes);
            case Redispatch redispatch -> haproxy(redispatch, notes);
            default -> {
                notes.add("a scenario has no words for when this pool tries again: requests that reached nobody or got"
                        + " no answer are tried elsewhere");
                yield RetryRule.USUAL;
            }
        };
    }

    private static RetryRule nginx(NextUpstream next, List<String> notes) {
        if (next.kinds().isEmpty()) {
            return RetryRule.NONE;
        }
        if (!next.timeout().isZero()) {
            notes.add("a scenario has no time after which nothing is tried again, as after "
                    + next.timeout().toMillis() + " ms here");
        }
        if (next.kinds().contains(Kind.NON_IDEMPOTENT)) {
            notes.add("a scenario never tries a request again that may have been carried out, whatever non_idempotent"
                    + " says");
        }
        var on = EnumSet.noneOf(On.class);
        next.kinds().forEach(kind -> on.addAll(kinds(kind)));
        var statuses = next.kinds().stream()
                .filter(kind -> kind.word().startsWith("http_"))
                .map(kind -> Integer.parseInt(kind.word().substring("http_".length())))
                .collect(Collectors.toSet());
        statuses.stream()
                .filter(status -> status < 500)
                .sorted()
                .forEach(status -> notes.add("a scenario does not try again what was answered " + status));
        statuses.removeIf(status -> status < 500);
        return new RetryRule(Math.min(MOST, next.tries()), on, statuses, RetryRule.USUAL_BUDGET);
    }

    private static Set<On> kinds(Kind kind) {
        return switch (kind) {
            case ERROR -> Set.of(On.UNREACHED, On.CLOSED);
            case TIMEOUT -> Set.of(On.UNREACHED, On.TIMEOUT);
            case INVALID_HEADER -> Set.of(On.INVALID);
            default -> Set.of();
        };
    }

    private static RetryRule haproxy(Redispatch redispatch, List<String> notes) {
        if (redispatch.retries() == 0) {
            return RetryRule.NONE;
        }
        boolean elsewhere = redispatch.indifferent() || redispatch.every() == 1;
        if (!elsewhere) {
            notes.add("a scenario's retries go to another server each time, not to the same one first");
        }
        return new RetryRule(
                Math.min(MOST, redispatch.retries() + 1), Set.of(On.UNREACHED), Set.of(), RetryRule.USUAL_BUDGET);
    }
}
