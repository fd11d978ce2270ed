package ringside.engine;

/** How much a pick should tell of itself. */
public enum Detail {
    /** The server alone: the reason is {@link Reason.Untold}, and nothing is allocated for it. */
    PLAIN,
    /** The server and the reason in the policy's own terms. */
    REASONED
}
