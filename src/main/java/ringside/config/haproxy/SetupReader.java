package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.config.proxy.Listener;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.PathRoute.Match;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;

/** Reads a file section by section, then joins those that take requests with those that have servers. */
final class SetupReader {
    private static final int MOST_SERVERS = 20_000;

    private final Notes notes = new Notes();
    private final Map<String, Settings> named = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final List<ProxyDraft> proxies = new ArrayList<>();
    private final Map<String, ProxyDraft> taking = new HashMap<>();
    private final Map<String, ProxyDraft> serving = new HashMap<>();
    private final Map<String, Upstream> upstreams = new LinkedHashMap<>();
    private Settings inherited = new Settings();
    private int servers;

    private SetupReader() {}

    static ProxySetup read(String file, String text) {
        var reader = new SetupReader();
        Section.of(Lexer.lines(file, text), reader.notes).forEach(reader::section);
        return reader.setup();
    }

    private void section(Section section) {
        switch (section.kind()) {
            case DEFAULTS -> defaults(section);
            case LISTEN, FRONTEND, BACKEND -> proxy(section);
            case GLOBAL ->
                notes.add(
                        section.header().keyword(),
                        "`global` is not taken over: it is about the program, not about requests");
            case OTHER -> notes.leaves(section.header().keyword());
        }
    }

    private void defaults(Section section) {
        boolean isNamed = section.header().words().size() > 1
                && !section.header().words().get(1).text().equals("from");
        var settings = section.from().map(this::settings).orElseGet(Settings::new);
        var words = new SharedWords(section.kind(), settings, notes);
        for (var line : section.lines()) {
            if (line.is("acl") && isNamed) {
                notes.leaves(line.keyword());
            } else {
                words.read(line);
            }
        }
        inherited = settings;
        if (isNamed) {
            var name = section.header().words().get(1).text();
            if (named.put(name, settings) != null) {
                ambiguous.add(name);
            }
        }
    }

    /** What a section inherits that names its defaults. */
    private Settings settings(Word name) {
        if (ambiguous.contains(name.text())) {
            throw name.wrong("names several `defaults` sections; give each a name of its own");
        }
        return Optional.ofNullable(named.get(name.text()))
                .orElseThrow(() -> name.wrong(
                        "names no `defaults` section before this one; write `defaults " + name.text() + "` above"))
                .copy();
    }

    private void proxy(Section section) {
        var settings = section.from().map(this::settings).orElseGet(inherited::copy);
        var proxy = ProxyDraft.read(section, settings, notes);
        servers += proxy.servers();
        if (servers > MOST_SERVERS) {
            throw proxy.name().wrong("has one server too many; a file has at most " + MOST_SERVERS);
        }
        if (proxy.kind().takes()) {
            enter(proxy, taking);
        }
        if (proxy.kind().serves()) {
            enter(proxy, serving);
        }
        proxies.add(proxy);
    }

    private static void enter(ProxyDraft proxy, Map<String, ProxyDraft> of) {
        var before = Optional.ofNullable(of.putIfAbsent(proxy.name().text(), proxy));
        if (before.isPresent()) {
            throw proxy.name()
                    .wrong("is the name of a section on line "
                            + before.get().name().place().line() + " already; give it another");
        }
    }

    private ProxySetup setup() {
        proxies.stream()
                .filter(ProxyDraft::isPool)
                .forEach(p -> upstreams.put(p.name().text(), p.upstream()));
        var listeners = proxies.stream()
                .filter(proxy -> proxy.kind().takes())
                .map(this::listener)
                .toList();
        return new ProxySetup(List.copyOf(upstreams.values()), listeners, notes.all());
    }

    private Listener listener(ProxyDraft proxy) {
        proxy.frontend().targets().forEach(name -> target(proxy, name));
        var routes = new ArrayList<PathRoute>();
        for (var rule : proxy.frontend().rules()) {
            var target = target(proxy, rule.backend());
            routes.add(route(rule.test().match(), rule.test().path(), target));
        }
        boolean answered =
                proxy.frontend().rules().stream().anyMatch(rule -> rule.test().covers(FrontendDraft.Test.ANY));
        if (!answered && proxy.isPool()) {
            routes.add(route(Match.PREFIX, "/", proxy));
        }
        return new Listener(proxy.name().text(), proxy.frontend().binds(), List.of(), routes);
    }

    private PathRoute route(Match match, String path, ProxyDraft to) {
        var name = to.name().text();
        var upstream = Optional.ofNullable(upstreams.get(name)).orElseGet(to::upstream);
        upstreams.putIfAbsent(name, upstream);
        return new PathRoute(match, path, name, upstream.retries());
    }

    private ProxyDraft target(ProxyDraft from, Word name) {
        var target = Optional.ofNullable(serving.get(name.text()))
                .orElseThrow(() -> name.wrong("is no `backend` or `listen` section; write one with this name"));
        if (target == from) {
            throw name.wrong("is this section itself; name another, or leave the line out");
        }
        if (from.http() && !target.http()) {
            throw name.wrong("is in `mode tcp` and gets requests from a section in `mode http`; give both one mode");
        }
        return target;
    }
}
