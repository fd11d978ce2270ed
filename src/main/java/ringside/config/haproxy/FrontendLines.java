package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.config.proxy.Listener;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.PathRoute.Match;
import ringside.config.proxy.Told;

/** Writes where requests are taken. Listeners at one address become one frontend, told apart by the host they are for. */
final class FrontendLines {
    private static final Pattern ADDRESS = Pattern.compile("(\\*|[A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+])?:[0-9]{1,5}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.-]+");

    private final Map<String, String> backends;
    private final Told told;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, List<Listener>> places = new LinkedHashMap<>();

    private FrontendLines(Map<String, String> backends, Told told) {
        this.backends = backends;
        this.told = told;
    }

    /** The sections. */
    static List<List<String>> of(List<Listener> listeners, Map<String, String> backends, Told told) {
        var frontends = new FrontendLines(backends, told);
        listeners.forEach(frontends::place);
        var names = new Names();
        var sections = new ArrayList<List<String>>();
        frontends.places.forEach((bind, all) -> sections.add(frontends.section(
                names.near(
                        all.getFirst().name().isEmpty() ? "in" : all.getFirst().name()),
                all)));
        return sections;
    }

    /** A listener joins those before it that listen where it does. */
    private void place(Listener listener) {
        var binds = listener.binds().stream().filter(this::fit).toList();
        var shared = binds.stream().filter(taken::contains).findFirst();
        var key = shared.isPresent() ? keyOf(shared.get()) : binds.isEmpty() ? "" : binds.getFirst();
        if (binds.isEmpty()) {
            told.that("a listener without an address that can be written is left out: " + listener.name());
            return;
        }
        taken.addAll(binds);
        places.computeIfAbsent(key, _ -> new ArrayList<>())
                .add(new Listener(listener.name(), binds, listener.hosts(), listener.routes()));
    }

    private String keyOf(String bind) {
        return places.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(l -> l.binds().contains(bind)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(bind);
    }

    private boolean fit(String bind) {
        return ADDRESS.matcher(bind).matches();
    }

    private List<String> section(String name, List<Listener> listeners) {
        var lines = new ArrayList<String>();
        lines.add("frontend " + name);
        listeners.stream().flatMap(l -> l.binds().stream()).distinct().forEach(bind -> lines.add("bind " + bind));
        listeners.forEach(listener -> rules(listener, lines));
        listeners.stream()
                .flatMap(l -> everything(l).stream())
                .findFirst()
                .ifPresent(backend -> lines.add("default_backend " + backend));
        return lines;
    }

    /** The pool that gets what no path of a listener names. */
    private Optional<String> everything(Listener listener) {
        return listener.routes().stream()
                .filter(FrontendLines::isEverything)
                .flatMap(route -> Optional.ofNullable(backends.get(route.upstream())).stream())
                .findFirst();
    }

    private static boolean isEverything(PathRoute route) {
        return route.match() == Match.PREFIX && route.path().equals("/");
    }

    private void rules(Listener listener, List<String> lines) {
        var hosts =
                listener.hosts().stream().filter(h -> HOST.matcher(h).matches()).toList();
        if (hosts.size() < listener.hosts().size()) {
            told.that("only plain host names are written, such as example.org; others of " + listener.name()
                    + " are left out");
        }
        var host = hosts.isEmpty() ? "" : "{ hdr(host),field(1,:) -i " + String.join(" ", hosts) + " } ";
        listener.routes().stream()
                .sorted(Comparator.comparing(PathRoute::match)
                        .thenComparingInt(route -> -route.path().length()))
                .filter(route -> !host.isEmpty() || !isEverything(route))
                .forEach(route -> rule(route, host, lines));
    }

    private void rule(PathRoute route, String host, List<String> lines) {
        var backend = backends.get(route.upstream());
        if (backend == null || !route.path().startsWith("/")) {
            told.that("the way of " + route.path() + " to " + route.upstream() + " is left out");
            return;
        }
        var test = route.match() == Match.EXACT ? "path " : "path_beg ";
        lines.add("use_backend " + backend + " if " + host + "{ " + test + Escaped.word(route.path()) + " }");
    }
}
