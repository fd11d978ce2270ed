package ringside.view.shell;

/** Whether the stage moves, or goes on in steps. */
public enum MotionChoice {
    /** As the system is, also when it changes. */
    SYSTEM,
    /** It moves. */
    SMOOTH,
    /** It goes on in steps. */
    STEPS
}
