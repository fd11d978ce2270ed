package ringside.lesson.workshop;

/** A proxy that runs before servers, as a grader has it. Every call may take a while. */
interface Subject {
    /** Asks the proxy for a path, as the so-manieth request. */
    Exchange ask(int number, String path);

    /** Stops a server: whether it is stopped now. */
    boolean stop(int server);

    /** Starts a server that was stopped: whether it runs now. */
    boolean start(int server);

    /** Lets a moment pass. */
    void rest();

    /** Nanoseconds since some moment. */
    long nanos();
}
