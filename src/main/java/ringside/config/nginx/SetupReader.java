package ringside.config.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ringside.config.proxy.Listener;
import ringside.config.proxy.ProxySetup;

/** Turns the directives of a whole configuration into a setup. */
final class SetupReader {
    private final Notes notes;
    private final Pools pools;
    private final List<Listener> listeners = new ArrayList<>();

    private SetupReader(Notes notes) {
        this.notes = notes;
        this.pools = new Pools(notes);
    }

    /** The setup that these directives make. @throws ringside.config.BadInput when nginx would not take them */
    static ProxySetup read(List<Directive> main, Notes notes) {
        var reader = new SetupReader(notes);
        var once = new Once();
        for (var directive : main) {
            if (!Grammar.MAIN.has(directive)) {
                notes.ignored(directive);
                continue;
            }
            once.say(directive.name(), directive.is());
            switch (directive.is()) {
                case "http" -> reader.http(directive.inside());
                case "stream" -> reader.stream(directive.inside());
                default -> notes.ignored(directive);
            }
        }
        return reader.setup();
    }

    /** The setup that directives of an {@code http} block make. @throws ringside.config.BadInput when nginx would not take them */
    static ProxySetup readSite(List<Directive> http, Notes notes) {
        var reader = new SetupReader(notes);
        reader.http(http);
        return reader.setup();
    }

    private ProxySetup setup() {
        return new ProxySetup(pools.all(), listeners, notes.all(), notes.refused());
    }

    private void http(List<Directive> all) {
        var known = known(all, Grammar.HTTP);
        upstreams(known, pools::http);
        var next = NextLevel.of(known, NextLevel.SILENT, notes);
        for (var directive : known) {
            if (directive.is().equals("server")) {
                listeners.add(ListenerReader.read(directive, next, pools, notes));
            }
        }
    }

    /** Of a stream the pools alone: what leads to them goes by connections, not by requests. */
    private void stream(List<Directive> all) {
        var known = known(all, Grammar.STREAM);
        upstreams(known, pools::stream);
        known.stream().filter(d -> d.is().equals("server")).forEach(notes::ignored);
    }

    private static void upstreams(List<Directive> known, Consumer<Directive> reader) {
        var once = new Once();
        for (var directive : known) {
            if (directive.is().equals("upstream")) {
                once.sayInAnyCase(directive.argument(0), directive.argument(0).text());
                reader.accept(directive);
            }
        }
    }

    private List<Directive> known(List<Directive> all, Grammar grammar) {
        var known = new ArrayList<Directive>();
        for (var directive : all) {
            if (grammar.has(directive)) {
                known.add(directive);
            } else {
                notes.ignored(directive);
            }
        }
        return known;
    }
}
