package ringside.view.shell;

/** Light or dark, or as the system is. */
public enum ThemeChoice {
    /** As the system is, also when it changes. */
    SYSTEM,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK
}
