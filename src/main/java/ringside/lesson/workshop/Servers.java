package ringside.lesson.workshop;

import java.util.List;
import java.util.Optional;
import ringside.lesson.workshop.Workplace.Origins;

/**
 * The servers behind the proxy.
 *
 * @param wanted the ports that a lesson names
 * @param ports where they are, in the same order
 * @param ours the servers themselves, unless the learner runs them
 */
public record Servers(List<Integer> wanted, List<Integer> ports, Optional<Origins> ours) {
    public Servers {
        wanted = List.copyOf(wanted);
        ports = List.copyOf(ports);
    }

    /** Where the server is that a lesson names by a port. */
    int moved(int port) {
        int place = wanted.indexOf(port);
        return place < 0 ? port : ports.get(place);
    }

    /** The port by which a lesson names the server that is here. */
    int meant(int port) {
        int place = ports.indexOf(port);
        return place < 0 ? port : wanted.get(place);
    }
}
