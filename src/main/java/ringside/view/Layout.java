package ringside.view;

/** How the stage is laid out. */
public enum Layout {
    /** The hash ring, with servers around it and keys inside. */
    RING,
    /** Clients, the balancer and servers from left to right. */
    FLOW,
    /** The ring and the flow beside each other. */
    BOTH
}
