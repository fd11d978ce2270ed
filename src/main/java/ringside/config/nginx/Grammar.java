package ringside.config.nginx;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.config.Nearest;

/** The directives that have a part in choosing a server: where each may stand, and what it needs. */
final class Grammar {
    /** Outside of every block. */
    static final Grammar MAIN = new Grammar("the top of the file", "events {", "http {", "stream {");
    /** In {@code http}. */
    static final Grammar HTTP = new Grammar(
            "http",
            "upstream NAME {",
            "server {",
            "proxy_next_upstream WORD…",
            "proxy_next_upstream_tries N",
            "proxy_next_upstream_timeout TIME");
    /** In {@code stream}. */
    static final Grammar STREAM = new Grammar("stream", "upstream NAME {", "server {");
    /** In an {@code upstream} of {@code http}. */
    static final Grammar UPSTREAM = new Grammar(
            "upstream",
            "server ADDRESS PARAMETER*…",
            "least_conn",
            "ip_hash",
            "hash KEY consistent*",
            "random two* least_conn*",
            "keepalive N",
            "keepalive_requests N",
            "keepalive_time TIME",
            "keepalive_timeout TIME",
            "zone NAME SIZE*");
    /** In an {@code upstream} of {@code stream}. */
    static final Grammar STREAM_UPSTREAM = new Grammar(
            "upstream",
            "server ADDRESS PARAMETER*…",
            "least_conn",
            "hash KEY consistent*",
            "random two* least_conn*",
            "zone NAME SIZE*");
    /** In a {@code server} of {@code http}. */
    static final Grammar SERVER = new Grammar(
            "server",
            "listen ADDRESS PARAMETER*…",
            "server_name NAME…",
            "location MODIFIER* PATH {",
            "proxy_next_upstream WORD…",
            "proxy_next_upstream_tries N",
            "proxy_next_upstream_timeout TIME");
    /** In a {@code location}. */
    static final Grammar LOCATION = new Grammar(
            "location",
            "location MODIFIER* PATH {",
            "proxy_pass URL",
            "proxy_next_upstream WORD…",
            "proxy_next_upstream_tries N",
            "proxy_next_upstream_timeout TIME");

    /** How directives of nginx begin that look like those above, or have the same name elsewhere. */
    private static final List<String> OTHERS =
            List.of("http2", "http3", "fastcgi_", "grpc_", "memcached_", "scgi_", "uwsgi_", "keepalive_");

    private record Form(String text, int least, int most, boolean block) {
        /** Of a text such as {@code hash KEY consistent*}: a star is for what may be left out, dots for any number. */
        static Form of(String text) {
            var words = List.of(text.replace(" {", "").split(" ", -1));
            int optional =
                    (int) words.stream().filter(word -> word.contains("*")).count();
            boolean endless = text.contains("…");
            int all = words.size() - 1;
            return new Form(
                    text.replace("*", "") + (text.endsWith("{") ? " … }" : ";"),
                    all - optional,
                    endless ? Integer.MAX_VALUE : all,
                    text.endsWith("{"));
        }
    }

    private static final Map<String, Set<String>> PLACES = new HashMap<>();

    static {
        Stream.of(MAIN, HTTP, STREAM, UPSTREAM, STREAM_UPSTREAM, SERVER, LOCATION)
                .forEach(g -> g.forms
                        .keySet()
                        .forEach(name -> PLACES.computeIfAbsent(name, _ -> new TreeSet<>())
                                .add(g.where)));
    }

    private final String where;
    private final Map<String, Form> forms = new HashMap<>();

    private Grammar(String where, String... forms) {
        this.where = where;
        for (var form : forms) {
            this.forms.put(form.split(" ", 2)[0], Form.of(form));
        }
    }

    /**
     * Whether this is one of the directives that count here.
     *
     * @throws ringside.config.BadInput when it is one but may not stand here, or is not complete, or was probably meant to
     *     be one
     */
    boolean has(Directive directive) {
        var form = forms.get(directive.is());
        if (form == null) {
            refuseElsewhere(directive);
            return false;
        }
        int words = directive.arguments().size();
        if (form.block() != directive.block().isPresent()) {
            throw directive.wrong((form.block() ? "needs a block" : "takes no block") + "; write " + form.text());
        }
        if (words < form.least() || words > form.most()) {
            throw directive.wrong(
                    "has " + words + (words == 1 ? " word" : " words") + " behind it; write " + form.text());
        }
        return true;
    }

    /** That a directive is none that may stand here. */
    RuntimeException unknown(Directive directive) {
        return directive.wrong("is no directive of " + where + Nearest.hint(directive.is(), new TreeSet<>(names())));
    }

    private Collection<String> names() {
        return forms.keySet();
    }

    private void refuseElsewhere(Directive directive) {
        if (OTHERS.stream().anyMatch(directive.is()::startsWith)) {
            return;
        }
        var places = PLACES.get(directive.is());
        if (places != null) {
            throw directive.wrong("may not stand in " + where + "; it belongs in " + String.join(" or ", places));
        }
        Nearest.to(directive.is(), names())
                .flatMap(name -> Optional.ofNullable(forms.get(name)))
                .filter(form -> form.block() == directive.block().isPresent())
                .ifPresent(form -> {
                    throw directive.wrong("is no directive; did you mean " + form.text() + "?");
                });
    }
}
