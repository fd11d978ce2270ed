package ringside.config.proxy;

import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;

/**
 * What a configuration file says.
 *
 * @param upstreams its pools, in order
 * @param listeners where it takes requests, in order
 * @param notes what was read and not taken over, in order
 */
public record ProxySetup(List<Upstream> upstreams, List<Listener> listeners, List<Note> notes) {
    public ProxySetup {
        upstreams = List.copyOf(upstreams);
        listeners = List.copyOf(listeners);
        notes = List.copyOf(notes);
    }

    /**
     * The pool with this name, or the only one there is when none is named.
     *
     * @throws BadInput when there is no such pool, or more than one to choose from
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
            return upstreams.getFirst();
        }
        return upstreams.stream()
                .filter(u -> u.name().equals(name.get()))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("the file has no pool called \"" + name.get() + "\"; there are " + names));
    }
}
