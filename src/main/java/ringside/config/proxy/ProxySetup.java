package ringside.config.proxy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.config.BadInput;

/**
 * What a configuration file says.
 *
 * @param upstreams its pools, in order
 * @param listeners where it takes requests, in order
 * @param notes what was read and not taken over, in order
 * @param refused by the name of a pool: why it cannot be used as the file has it
 */
public record ProxySetup(
        List<Upstream> upstreams, List<Listener> listeners, List<Note> notes, Map<String, Note> refused) {
    public ProxySetup {
        upstreams = List.copyOf(upstreams);
        listeners = List.copyOf(listeners);
        notes = List.copyOf(notes);
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /** A setup of which every pool can be used. */
    public ProxySetup(List<Upstream> upstreams, List<Listener> listeners, List<Note> notes) {
        this(upstreams, listeners, notes, Map.of());
    }

    /** A setup of one pool, to which nothing leads yet. */
    public static ProxySetup of(Upstream upstream) {
        return new ProxySetup(List.of(upstream), List.of(), List.of());
    }

    /** The same with this one of its pools, and of its listeners what leads there. */
    public ProxySetup only(Upstream upstream) {
        var leading = listeners.stream()
                .map(listener -> listener.leadingTo(upstream.name()))
                .filter(listener -> !listener.routes().isEmpty())
                .toList();
        return new ProxySetup(List.of(upstream), leading, notes);
    }

    /**
     * The port of the first address at which requests for a pool are taken, if there is one.
     *
     * @throws BadInput when there is no such pool, or more than one to choose from
     */
    public Optional<Integer> port(Optional<String> name) {
        var pool = upstream(name).name();
        return listeners.stream()
                .filter(listener -> !listener.leadingTo(pool).routes().isEmpty())
                .flatMap(listener -> listener.binds().stream())
                .map(bind -> bind.substring(bind.lastIndexOf(':') + 1))
                .filter(port -> port.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .findFirst();
    }

    /**
     * The pool with this name, or the only one there is when none is named.
     *
     * @throws BadInput when there is no such pool, more than one to choose from, or it cannot be used
     */
    public Upstream upstream(Optional<String> name) {
        var names = String.join(", ", upstreams.stream().map(Upstream::name).toList());
        if (upstreams.isEmpty()) {
            throw new BadInput("the file has no pool of servers; add an upstream or a backend to it");
        }
        if (name.isEmpty()) {
            if (upstreams.size() > 1) {
                throw new BadInput("the file has several pools; name one with --upstream: " + names);
            }
            return usable(upstreams.getFirst());
        }
        return usable(upstreams.stream()
                .filter(u -> u.name().equals(name.get()))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("the file has no pool called \"" + name.get() + "\"; there are " + names)));
    }

    private Upstream usable(Upstream upstream) {
        var why = refused.get(upstream.name());
        if (why != null) {
            throw new BadInput(why.place(), why.text());
        }
        return upstream;
    }
}
