package ringside.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.engine.route.FieldMatch;
import ringside.engine.route.HostMatch;
import ringside.engine.route.PathMatch;
import ringside.engine.route.Route;
import ringside.engine.route.RouteTable;

/** Which requests go to which pool, in a file and in a command. */
final class RouteWords {
    static final Details DETAILS = Details.none()
            .one("host")
            .one("path")
            .one("exact")
            .pairs("header")
            .many("with")
            .many("without")
            .one("to");

    private RouteWords() {}

    /** The routes of a list. */
    static List<Route> read(YamlValue value) {
        if (value.isOff()) {
            return List.of();
        }
        var routes = value.list().stream().map(RouteWords::route).toList();
        value.checked(() -> new RouteTable(routes));
        return routes;
    }

    /** The routes of a list, each of which leads to one of these pools. */
    static List<Route> read(YamlValue value, List<String> pools) {
        var routes = read(value);
        if (!value.isOff()) {
            value.list().forEach(each -> known(fields(each).required("to"), pools));
        }
        return routes;
    }

    private static void known(YamlValue to, List<String> pools) {
        if (!pools.contains(to.text())) {
            throw to.wrong("leads to the pool " + Printable.brief(to.text()) + ", and no server is in it"
                    + Nearest.hint(to.text(), pools));
        }
    }

    /** The routes of a command, each of which ends with the pool that it leads to. */
    static List<Route> read(Words words) {
        return words.nextIs("off") || words.nextIs("none")
                ? read(Spoken.value(words, "routes", DETAILS))
                : read(Spoken.list(words, "route", DETAILS, "to"));
    }

    private static Route route(YamlValue value) {
        var fields = fields(value);
        var host = fields.optional("host").map(h -> h.text(HostMatch::of)).orElse(new HostMatch.Any());
        var conditions = new ArrayList<FieldMatch>();
        fields.optional("header")
                .ifPresent(header -> header.entries().forEach((name, is) -> {
                    var wanted = is.text();
                    conditions.add(is.checked(() -> new FieldMatch.Is(name, wanted)));
                }));
        fields.optional("with")
                .ifPresent(with -> with.list().forEach(name -> conditions.add(name.text(FieldMatch.Present::new))));
        fields.optional("without")
                .ifPresent(none -> none.list().forEach(name -> conditions.add(name.text(FieldMatch.Absent::new))));
        return fields.required("to").text(pool -> new Route(host, path(fields), conditions, pool));
    }

    private static YamlMap fields(YamlValue value) {
        return value.map(DETAILS.takes().keySet().toArray(String[]::new));
    }

    private static PathMatch path(YamlMap fields) {
        var exact = fields.optional("exact");
        if (exact.isPresent() && fields.has("path")) {
            throw exact.get().wrong("is there beside `path`; leave one of them out");
        }
        return exact.isPresent()
                ? exact.get().text(PathMatch.Exactly::new)
                : fields.optional("path").map(p -> p.text(RouteWords::under)).orElse(under("/"));
    }

    private static PathMatch under(String path) {
        return new PathMatch.Under(path);
    }

    static String yaml(List<Route> routes) {
        return routes.stream().map(route -> said(route).yaml()).collect(Collectors.joining("\n  - ", "\n  - ", ""));
    }

    static String of(List<Route> routes) {
        return routes.isEmpty()
                ? "off"
                : routes.stream().map(route -> said(route).words(DETAILS)).collect(Collectors.joining(" "));
    }

    private static Said said(Route route) {
        var said = new Said();
        if (!(route.host() instanceof HostMatch.Any)) {
            said.text("host", route.host().toString());
        }
        switch (route.path()) {
            case PathMatch.Exactly(var path) -> said.text("exact", path);
            case PathMatch.Under(var path) when !path.isEmpty() -> said.text("path", path);
            case PathMatch.Under _ -> {
                /* every path, of which nothing is said */
            }
        }
        Map<String, String> header = new LinkedHashMap<>();
        var with = new ArrayList<String>();
        var without = new ArrayList<String>();
        for (var field : route.fields()) {
            switch (field) {
                case FieldMatch.Is(var name, var value) -> header.put(name, value);
                case FieldMatch.Present(var name) -> with.add(Said.quoted(name));
                case FieldMatch.Absent(var name) -> without.add(Said.quoted(name));
            }
        }
        said.pairs("header", header);
        if (!with.isEmpty()) {
            said.list("with", with);
        }
        if (!without.isEmpty()) {
            said.list("without", without);
        }
        return said.text("to", route.pool());
    }
}
