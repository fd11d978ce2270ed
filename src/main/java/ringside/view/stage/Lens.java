package ringside.view.stage;

/** What the colour of a request says. */
public enum Lens {
    /** Which server it went to. */
    SERVER,
    /** How much of its timeout has passed. */
    AGE
}
