package ringside.view;

import ringside.engine.PolicyChoice;

/** What policies are called on the screen. */
public final class PolicyNames {
    private static final String TEXTBOOK = "textbook/";

    private PolicyNames() {}

    /**
     * A policy's name: {@code round robin} for {@code textbook/round-robin}, and {@code nginx: round robin} for {@code
     * nginx/round-robin}, of which there are several.
     */
    public static String of(String id) {
        return (id.startsWith(TEXTBOOK) ? id.substring(TEXTBOOK.length()) : id.replace("/", ": ")).replace('-', ' ');
    }

    /** The same for a choice. */
    public static String of(PolicyChoice choice) {
        return of(choice.id());
    }
}
