package ringside.view;

import ringside.engine.PolicyChoice;

/** What policies are called on the screen. */
public final class PolicyNames {
    private PolicyNames() {}

    /** A policy's name without its family: {@code round robin} for {@code textbook/round-robin}. */
    public static String of(String id) {
        return id.substring(id.lastIndexOf('/') + 1).replace('-', ' ');
    }

    /** The same for a choice. */
    public static String of(PolicyChoice choice) {
        return of(choice.id());
    }
}
