package ringside.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.engine.ServerId;

/**
 * Gives each server its identity when it is first seen: servers named by a letter get the letter's own, unless its colour
 * is taken while another is free.
 */
public final class Identities {
    private static final Pattern LETTERED = Pattern.compile("(?:.*[-_ ])?([A-Z])");
    private static final Pattern NUMBERED = Pattern.compile(".*?(\\d{1,3})");

    private final Map<ServerId, Identity> known = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();

    /** Meets servers in an order that decides who gets which identity. */
    public void meet(Collection<ServerId> servers) {
        servers.stream().filter(Identities::lettered).forEach(this::of);
        servers.forEach(this::of);
    }

    /** The identity of a server, the same each time. */
    public Identity of(ServerId server) {
        return known.computeIfAbsent(server, this::fresh);
    }

    private Identity fresh(ServerId server) {
        int wanted = wanted(server.name());
        int number = colourTaken(wanted) ? another(wanted) : wanted;
        taken.add(number);
        return new Identity(number, badge(server.name()));
    }

    private boolean colourTaken(int number) {
        return taken.stream().anyMatch(t -> t % Identity.COLOUR_COUNT == number % Identity.COLOUR_COUNT);
    }

    /** The last of the free colours, which its own letter is least likely to ask for; else the next number. */
    private int another(int wanted) {
        for (int number = Identity.COLOUR_COUNT - 1; number >= 0; number--) {
            if (!colourTaken(number)) {
                return number;
            }
        }
        int next = wanted;
        while (taken.contains(next)) {
            next++;
        }
        return next;
    }

    private static int wanted(String name) {
        var letter = LETTERED.matcher(name);
        if (letter.matches()) {
            return letter.group(1).charAt(0) - 'A';
        }
        char last = name.charAt(name.length() - 1);
        return last >= '1' && last <= '9' ? last - '1' : 0;
    }

    private static boolean lettered(ServerId server) {
        return LETTERED.matcher(server.name()).matches();
    }

    private static String badge(String name) {
        var letter = LETTERED.matcher(name);
        if (letter.matches()) {
            return letter.group(1);
        }
        var number = NUMBERED.matcher(name);
        if (number.matches()) {
            return number.group(1);
        }
        return name.length() <= 3 ? name : name.substring(0, 2);
    }
}
