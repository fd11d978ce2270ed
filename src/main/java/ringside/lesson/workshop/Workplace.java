package ringside.lesson.workshop;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import ringside.config.proxy.Confined;

/** What a workshop needs of the machine: sockets, programs and time. Every call may take a while. */
public interface Workplace {
    /**
     * Asks 127.0.0.1 over HTTP.
     *
     * @param port where
     * @param path what for
     * @param field the field of the answer that says which server gave it
     */
    Reply ask(int port, String path, String field);

    /** Whether somebody takes connections at a port of 127.0.0.1. */
    boolean listens(int port);

    /** A free port of 127.0.0.1: this one, or else another near it. @throws java.io.UncheckedIOException if there is none */
    int free(int wanted);

    /**
     * Starts small servers of our own.
     *
     * @param ports where; each that is taken moves to another one that is free
     * @throws java.io.UncheckedIOException when there are no ports to be had
     */
    Origins serve(List<Integer> ports);

    /** The program that reads a dialect, if it is on this machine. */
    Optional<Program> program(Dialect dialect);

    /** From now on, on other days too, the program of a dialect is this file; an empty path stands for the usual places. */
    void name(Dialect dialect, String path);

    /** Waits until something holds, looking again and again, for so many seconds at most: whether it does. */
    boolean await(BooleanSupplier holds, int seconds);

    /** Waits a moment. */
    void rest();

    /** Nanoseconds since some moment. */
    long nanos();

    /** Servers of our own. */
    interface Origins extends AutoCloseable {
        /** Where they are, in the order they were asked for. */
        List<Integer> ports();

        /** Stops one: it refuses connections when this returns. */
        void stop(int port);

        /** Starts one that was stopped, where it was. */
        void start(int port);

        @Override
        void close();
    }

    /** A proxy that is installed. */
    interface Program {
        /** What it is called, with its version, such as {@code nginx 1.22.1}. */
        String title();

        /** Starts it, and waits until it takes connections at this port or has ended. */
        Start start(Confined configuration, int port);
    }

    /** What came of starting a program. */
    sealed interface Start {
        /** It runs until it is closed; closing waits until it is gone. */
        record Runs(AutoCloseable program) implements Start {}

        /** It did not: its own words, or ours when it said nothing. */
        record Failed(String why) implements Start {}
    }
}
