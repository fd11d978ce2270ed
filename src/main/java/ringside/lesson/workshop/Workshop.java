package ringside.lesson.workshop;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * A configuration to be written.
 *
 * @param dialect in which language
 * @param text what it is to do, in a sentence or two
 * @param listen the port where requests are to be taken
 * @param servers the ports of the servers that it is about, in order
 * @param pieces what it can be put together from, in an order that is right; none when it is only edited
 * @param distractors pieces that look as if they belonged to it
 * @param start what stands in the editor at first
 * @param solution a configuration that reaches every goal
 * @param goals what is asked of it, in the order they are looked at
 * @param wrong configurations that miss a goal, for those who check the lesson
 * @param done what is said when every goal is reached
 */
public record Workshop(
        Dialect dialect,
        String text,
        int listen,
        List<Integer> servers,
        List<String> pieces,
        List<Distractor> distractors,
        String start,
        String solution,
        List<Goal> goals,
        List<Wrong> wrong,
        Optional<String> done) {
    /** A piece that does not belong: what it says, and why it is wrong. */
    public record Distractor(String piece, String because) {}

    /** A configuration that is wrong, the word of the goal it misses or {@code read}, and why, for who writes the same. */
    public record Wrong(String configuration, String misses, Optional<Distractor> by) {
        /** What is missed by a text that no program would take. */
        public static final String READ = "read";
    }

    public Workshop {
        servers = List.copyOf(servers);
        pieces = List.copyOf(pieces);
        distractors = List.copyOf(distractors);
        goals = List.copyOf(goals);
        wrong = List.copyOf(wrong);
    }

    /** The same with servers at other ports. */
    Workshop moved(IntUnaryOperator ports) {
        return new Workshop(
                dialect,
                moved(text, ports),
                listen,
                servers.stream().map(ports::applyAsInt).toList(),
                pieces.stream().map(piece -> moved(piece, ports)).toList(),
                distractors.stream().map(d -> moved(d, ports)).toList(),
                moved(start, ports),
                moved(solution, ports),
                goals.stream().map(goal -> goal.moved(ports)).toList(),
                wrong.stream()
                        .map(w -> new Wrong(
                                moved(w.configuration(), ports), w.misses(), w.by().map(d -> moved(d, ports))))
                        .toList(),
                done.map(said -> moved(said, ports)));
    }

    private Distractor moved(Distractor distractor, IntUnaryOperator ports) {
        return new Distractor(moved(distractor.piece(), ports), moved(distractor.because(), ports));
    }

    private String moved(String words, IntUnaryOperator ports) {
        return Ports.moved(words, port -> servers.contains(port) ? ports.applyAsInt(port) : port);
    }

    /** Why a text that misses a goal does, as far as the lesson's author foresaw it. */
    List<String> foreseen(String configuration, String missed) {
        var lines = configuration.lines().map(String::strip).toList();
        return Stream.concat(
                        distractors.stream(),
                        wrong.stream().filter(w -> w.misses().equals(missed)).flatMap(w -> w.by().stream()))
                .filter(d -> d.piece().lines().map(String::strip).allMatch(lines::contains))
                .map(Distractor::because)
                .distinct()
                .toList();
    }
}
