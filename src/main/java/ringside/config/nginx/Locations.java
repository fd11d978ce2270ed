package ringside.config.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.config.proxy.PathRoute;
import ringside.engine.nginx.NextUpstream;

/** Turns the locations of a {@code server} into routes. */
final class Locations {
    private static final String OUTSIDE = "is outside of the location that it stands in";

    /** What requests a location is for. */
    private enum Kind {
        EXACT,
        PREFIX,
        REGEX,
        NAMED
    }

    /** Whose requests a location takes. */
    private record Spot(Kind kind, String path) {}

    private final Pools pools;
    private final Notes notes;
    private final List<PathRoute> routes = new ArrayList<>();

    private Locations(Pools pools, Notes notes) {
        this.pools = pools;
        this.notes = notes;
    }

    /** The routes that the locations of a level make, in order, those within others behind them. */
    static List<PathRoute> routes(List<Directive> level, NextLevel next, Pools pools, Notes notes) {
        var locations = new Locations(pools, notes);
        locations.level(level, next, Optional.empty());
        return locations.routes;
    }

    private void level(List<Directive> level, NextLevel next, Optional<Spot> outer) {
        var once = new Once();
        for (var directive : level) {
            if (directive.is().equals("location")) {
                var spot = spot(directive);
                var path = directive.arguments().getLast();
                outer.ifPresent(o -> refuseOutside(path, spot, o));
                if (spot.kind() != Kind.REGEX) {
                    once.say(path, (spot.kind() == Kind.EXACT ? "=" : "") + spot.path());
                }
                location(directive, spot, next);
            }
        }
    }

    private void location(Directive location, Spot spot, NextLevel outer) {
        var known = new ArrayList<Directive>();
        for (var directive : location.inside()) {
            if (Grammar.LOCATION.has(directive)) {
                known.add(directive);
            } else {
                notes.ignored(directive);
            }
        }
        var next = NextLevel.of(known, outer, notes);
        var once = new Once();
        for (var directive : known) {
            if (directive.is().equals("proxy_pass")) {
                once.say(directive.name(), directive.is());
                pass(directive, location, spot, next.rule());
            }
        }
        level(known, next, Optional.of(spot));
    }

    private void pass(Directive pass, Directive location, Spot spot, NextUpstream rule) {
        var url = pass.argument(0);
        var target = Target.of(url);
        if (target.isEmpty()) {
            notes.add(url, "leads where a variable says, which is known only when a request comes: it is left out");
            return;
        }
        boolean byPath = spot.kind() == Kind.EXACT || spot.kind() == Kind.PREFIX;
        if (target.get().path()) {
            if (!byPath && url.text().indexOf('$') < 0) {
                throw url.wrong("has a path, which does not go with a location by name or regular expression;"
                        + " leave the path out");
            }
            notes.add(url, "changes the path: it is passed on as it came");
        }
        var upstream = pools.passedTo(target.get(), rule);
        switch (spot.kind()) {
            case EXACT -> routes.add(new PathRoute(PathRoute.Match.EXACT, spot.path(), upstream, rule));
            case PREFIX -> routes.add(new PathRoute(PathRoute.Match.PREFIX, spot.path(), upstream, rule));
            case REGEX, NAMED ->
                notes.add(
                        location.arguments().getLast(),
                        "is no plain path: requests find their way by plain paths only");
        }
    }

    private static Spot spot(Directive location) {
        var words = location.arguments();
        var first = words.getFirst();
        if (words.size() == 2) {
            return switch (first.text()) {
                case "=" -> new Spot(Kind.EXACT, words.get(1).text());
                case "^~" -> new Spot(Kind.PREFIX, words.get(1).text());
                case "~", "~*" -> new Spot(Kind.REGEX, words.get(1).text());
                default -> throw first.wrong("is no way to compare a path; write =, ^~, ~ or ~*, or nothing");
            };
        }
        var text = first.text();
        if (text.startsWith("^~")) {
            return new Spot(Kind.PREFIX, text.substring(2));
        }
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '=' -> new Spot(Kind.EXACT, text.substring(1));
            case '~' -> new Spot(Kind.REGEX, text.substring(text.startsWith("~*") ? 2 : 1));
            case '@' -> new Spot(Kind.NAMED, text);
            default -> new Spot(Kind.PREFIX, text);
        };
    }

    private static void refuseOutside(Word at, Spot inner, Spot outer) {
        if (inner.kind() == Kind.NAMED) {
            throw at.wrong("is a location by name inside of another; move it out into the server");
        }
        if (outer.kind() == Kind.EXACT || outer.kind() == Kind.NAMED) {
            throw at.wrong(OUTSIDE + ", which takes no other than " + outer.path());
        }
        if (outer.kind() == Kind.PREFIX
                && inner.kind() != Kind.REGEX
                && !inner.path().startsWith(outer.path())) {
            throw at.wrong(OUTSIDE + "; write a path that begins with " + outer.path());
        }
    }
}
