package ringside.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.engine.envoy.Envoy;
import ringside.engine.haproxy.Haproxy;
import ringside.engine.nginx.Nginx;
import ringside.engine.textbook.Textbook;

/** Every policy there is, by id. */
public final class Policies {
    private static final List<Entry> ALL = Stream.of(Textbook.ENTRIES, Nginx.ENTRIES, Haproxy.ENTRIES, Envoy.ENTRIES)
            .flatMap(List::stream)
            .toList();

    /**
     * One policy of the catalogue.
     *
     * @param id such as {@code textbook/ring}
     * @param sentence what it does, in one sentence
     * @param options what can be set
     * @param laws for a choice by which the request's key alone decides: how many keys a change of the pool moves
     * @param maker makes one
     */
    public record Entry(
            String id,
            String sentence,
            List<PolicyOption> options,
            Function<PolicyChoice, Optional<RemapLaw>> laws,
            Maker maker) {
        public Entry {
            options = List.copyOf(options);
        }

        /** A policy without options for which more than the request's key decides. */
        public Entry(String id, String sentence, Function<PolicyChoice, Policy> make) {
            this(id, sentence, List.of(), Optional.empty(), Maker.of(make));
        }

        /** The same of one that goes by time or chance. */
        public Entry(String id, String sentence, Maker maker) {
            this(id, sentence, List.of(), Optional.empty(), maker);
        }

        /** A policy for which the request's key alone decides. */
        public Entry(
                String id,
                String sentence,
                List<PolicyOption> options,
                RemapLaw law,
                Function<PolicyChoice, Policy> make) {
            this(id, sentence, options, Optional.of(law), Maker.of(make));
        }

        /** A policy whose options do not change what decides. */
        public Entry(String id, String sentence, List<PolicyOption> options, Optional<RemapLaw> law, Maker maker) {
            this(id, sentence, options, _ -> law, maker);
        }

        /** The same of one that goes by time, to see which servers may be asked. */
        public Entry(String id, String sentence, RemapLaw law, Maker maker) {
            this(id, sentence, List.of(), Optional.of(law), maker);
        }

        /** Whether a request's key alone decides when nothing is set, so that a ledger of keys makes sense. */
        public boolean keyed() {
            return laws.apply(PolicyChoice.of(id)).isPresent();
        }
    }

    /** Makes a policy. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A fresh one.
         *
         * @param choice options with values that they allow
         * @param ticks the time it goes by
         * @param dice the chance it takes
         */
        Policy make(PolicyChoice choice, Ticks ticks, Dice dice);

        /** One that needs neither time nor chance. */
        static Maker of(Function<PolicyChoice, Policy> make) {
            return (choice, _, _) -> make.apply(choice);
        }
    }

    private Policies() {}

    /** The catalogue in the order it is taught. */
    public static List<Entry> all() {
        return ALL;
    }

    /** The entry with this id. */
    public static Optional<Entry> find(String id) {
        return ALL.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /**
     * The entry of a choice that the policy can be made by.
     *
     * @throws IllegalArgumentException when there is no such policy or option, or it can't have the value
     */
    public static Entry entry(PolicyChoice choice) {
        var entry = find(choice.id())
                .orElseThrow(() -> new IllegalArgumentException("no policy is called \"" + choice.id()
                        + "\"; there are " + ALL.stream().map(Entry::id).collect(Collectors.joining(", "))));
        choice.options().forEach((name, value) -> PolicyOption.check(entry, name, value));
        entry.maker().make(choice, Ticks.STOPPED, Dice.seeded(0));
        return entry;
    }

    /** Whether there is such an option of such a policy whose values are words, not numbers. */
    public static boolean isWorded(String id, String option) {
        return find(id).stream()
                .flatMap(entry -> entry.options().stream())
                .anyMatch(o -> o.name().equals(option) && !(o instanceof PolicyOption.Whole));
    }

    /**
     * How many keys a change of the pool moves by a choice; empty when more than the request's key decides.
     *
     * @throws IllegalArgumentException when there is no such policy or option, or the value is out of range
     */
    public static Optional<RemapLaw> law(PolicyChoice choice) {
        return entry(choice).laws().apply(choice);
    }

    /**
     * Whether a request's key alone decides by a choice, so that a ledger of keys makes sense.
     *
     * @throws IllegalArgumentException when there is no such policy or option, or the value is out of range
     */
    public static boolean keyed(PolicyChoice choice) {
        return law(choice).isPresent();
    }

    /**
     * Makes a fresh policy.
     *
     * @param ticks the time it goes by
     * @param dice the chance it takes
     * @throws IllegalArgumentException when there is no such policy or option, or the value is out of range
     */
    public static Policy make(PolicyChoice choice, Ticks ticks, Dice dice) {
        return entry(choice).maker().make(choice, ticks, dice);
    }

    /**
     * Makes a fresh policy for which no time passes and whose dice always roll the same.
     *
     * @throws IllegalArgumentException when there is no such policy or option, or the value is out of range
     */
    public static Policy make(PolicyChoice choice) {
        return make(choice, Ticks.STOPPED, Dice.seeded(0));
    }
}
