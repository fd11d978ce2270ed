package ringside.config.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.config.Place;
import ringside.config.proxy.Note;

/** What was read and is not taken over, in the order it was met, and the pools that cannot be used for it. */
final class Notes {
    private static final String OTHER_WAYS = "is not taken over: requests are led by proxy_pass alone";
    private static final Map<String, String> REASONS = Map.of(
            "real_ip_header", "is not taken over: a request comes from the client that it is said to come from",
            "if", "and its block are not taken over: requests find their way by their path alone",
            "fastcgi_pass", OTHER_WAYS,
            "grpc_pass", OTHER_WAYS,
            "memcached_pass", OTHER_WAYS,
            "scgi_pass", OTHER_WAYS,
            "uwsgi_pass", OTHER_WAYS);

    private final List<Note> all = new ArrayList<>();
    private final Map<String, Note> refused = new LinkedHashMap<>();

    void add(Place place, String text) {
        all.add(new Note(place, text));
    }

    void add(Word word, String text) {
        add(word.place(), word + " " + text);
    }

    /** That a directive has no part in what Ringside does. */
    void ignored(Directive directive) {
        var usual = directive.block().isPresent() ? "and its block are not taken over" : "is not taken over";
        add(directive.name(), REASONS.getOrDefault(directive.is(), usual));
    }

    /** That a pool cannot be what the file says; it is noted as well. */
    void refused(String upstream, Word word, String text) {
        add(word, text);
        refused.putIfAbsent(upstream, all.getLast());
    }

    List<Note> all() {
        return all;
    }

    Map<String, Note> refused() {
        return refused;
    }
}
