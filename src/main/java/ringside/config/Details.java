package ringside.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said of one part of a scenario, by name: as the keys of a map in a file, or as words after a verb.
 *
 * @param lead the word that comes before the first detail of a command when its own name doesn't; empty for none
 * @param leading the detail that a command begins with without its name; empty for none
 * @param takes what each detail takes, in the order they are told
 */
record Details(String lead, String leading, Map<String, Takes> takes) {
    /** What a detail takes. */
    enum Takes {
        /** One value. */
        ONE,
        /** Any number of values. */
        MANY,
        /** A name and its value, and that as often as is said. */
        PAIRS
    }

    /** Details without a first one. */
    static Details none() {
        return new Details("", "", Map.of());
    }

    /** Details of which a command begins with this one. */
    static Details leading(String name) {
        return leading("", name);
    }

    /** Details of which a command begins with this one after another word than its name. */
    static Details leading(String lead, String name) {
        return new Details(lead, name, Map.of(name, Takes.ONE));
    }

    /** The same and one more that takes one value. */
    Details one(String name) {
        return with(name, Takes.ONE);
    }

    /** The same and one more that takes any number of values. */
    Details many(String name) {
        return with(name, Takes.MANY);
    }

    /** The same and one more that takes names and their values. */
    Details pairs(String name) {
        return with(name, Takes.PAIRS);
    }

    private Details with(String name, Takes what) {
        var more = new LinkedHashMap<>(takes);
        more.put(name, what);
        return new Details(lead, leading, more);
    }

    /** Whether there is a detail of this name. */
    boolean has(String name) {
        return takes.containsKey(name);
    }

    /** The details of a value; empty when it is off. */
    Optional<YamlMap> of(YamlValue value) {
        if (value.isOff()) {
            return Optional.empty();
        }
        var names = takes.keySet().toArray(String[]::new);
        if (!value.isMap()) {
            throw value.shouldBe("off, or a map with the keys " + String.join(", ", names));
        }
        return Optional.of(value.map(names));
    }
}
