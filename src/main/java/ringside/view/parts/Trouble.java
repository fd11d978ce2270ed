package ringside.view.parts;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import ringside.world.Behaviour;

/** The rarer ways for a server to misbehave, offered behind the common ones. */
public enum Trouble {
    FROZEN,
    FLAPPING,
    WARMING,
    TRICKLING,
    RESETTING,
    TRUNCATING,
    MISCOUNTING,
    ENDLESS_HEAD;

    /** What it makes of a server. */
    public Behaviour behaviour() {
        return switch (this) {
            case FROZEN -> new Behaviour.Frozen();
            case FLAPPING -> new Behaviour.Flapping(Duration.ofSeconds(2), Duration.ofSeconds(2));
            case WARMING -> new Behaviour.Warming(Duration.ofSeconds(30));
            case TRICKLING -> new Behaviour.Trickling(Duration.ofMillis(50));
            case RESETTING -> new Behaviour.Resetting();
            case TRUNCATING -> new Behaviour.Truncating();
            case MISCOUNTING -> new Behaviour.Miscounting(10);
            case ENDLESS_HEAD -> new Behaviour.EndlessHead();
        };
    }

    /** Its name in ids and texts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that a behaviour is of, with whatever figures. */
    public static Optional<Trouble> of(Behaviour behaviour) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.behaviour().getClass() == behaviour.getClass())
                .findFirst();
    }
}
