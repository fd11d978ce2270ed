package ringside.world;

import java.util.List;
import java.util.Optional;

/** A balancer with its servers and clients, in virtual time or on real sockets. */
public interface World extends AutoCloseable {
    /** What the two kinds of time are called on the screen. */
    enum Kind {
        /** Virtual time: nothing leaves the program. */
        SIMULATED,
        /** Wall time and real sockets on loopback. */
        LIVE
    }

    /** What came of a command. */
    sealed interface Outcome {
        /** It was carried out; the inverse undoes it, where it can be undone. */
        record Done(Optional<Command> inverse) implements Outcome {}

        /** It was not, and nothing changed. */
        record Rejected(String why) implements Outcome {}
    }

    /** Which time it runs in. */
    Kind kind();

    /** Carries out a command, or tells in one sentence why not. */
    Outcome apply(Command command);

    /** How it is set up now. */
    Scenario scenario();

    /** Nanoseconds since it began. */
    long now();

    /** Everything that happened, as far as it is still held. */
    Timeline timeline();

    /**
     * Its story so far, to be told again in virtual time. Of a live world it is read off the timeline, which may take a
     * second: not for the screen's thread.
     */
    Tape tape();

    /** Where to ask its proxy, such as {@code http://127.0.0.1:8080}; empty in virtual time. */
    Optional<String> entrance();

    /** Every place where its proxy listens, such as {@code https://127.0.0.1:8443} or {@code tcp://127.0.0.1:8090}. */
    default List<String> entrances() {
        return entrance().stream().toList();
    }

    /** The file with the certificate that a client has to trust to come in; empty where nothing is encrypted. */
    default Optional<String> authority() {
        return Optional.empty();
    }

    /** How its own clients fared; empty where time is virtual, for there nothing comes late. */
    default Optional<LoadFigures> load() {
        return Optional.empty();
    }

    /** How hard its balancer works; empty where that is not measured. */
    default Optional<Effort> effort() {
        return Optional.empty();
    }

    /** Begins to look at the bytes on both sides of its balancer; there are none in virtual time. */
    default Wiretap wiretap() {
        return Wiretap.NOTHING;
    }

    /**
     * This world and another beside it, whose balancer works in another layer before servers like these. Whatever the
     * clients of this world ask, they ask there too, at the same moment; what is done to one is done to both.
     *
     * @throws IllegalArgumentException when nothing can stand beside it, as in virtual time
     */
    default World beside(Handling.Layer other) {
        throw new IllegalArgumentException("only a live world can have " + other + " beside it");
    }

    /** The world that gets the same requests at the same moments, if there is one. */
    default Optional<World> besides() {
        return Optional.empty();
    }

    /** Stops everything it started; calling it again does nothing. */
    @Override
    void close();
}
