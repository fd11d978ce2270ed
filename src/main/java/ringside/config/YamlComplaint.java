package ringside.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What the YAML library found wrong, in the words of someone who writes a scenario or a lesson.
 *
 * @param at where to look, if that is known
 * @param what what is wrong, and what would be right
 */
record YamlComplaint(Optional<Mark> at, String what) {
    /*
     * The library tells where it noticed, and where what it was reading began. What is left open is mended where it
     * began; all else where it was noticed.
     */
    static YamlComplaint of(MarkedYamlEngineException e, int firstLine) {
        var problem = String.valueOf(e.getProblem());
        var noticed = e.getProblemMark().or(e::getContextMark);
        var began = e.getContextMark().or(e::getProblemMark);
        if (problem.contains("end of stream")) {
            return new YamlComplaint(began, "what begins here has no end; close its quote or its bracket");
        } else if (problem.startsWith("expected ',' or")) {
            return new YamlComplaint(
                    began, "this bracket is not closed, or a comma is missing" + before(noticed, firstLine));
        } else if (problem.startsWith("could not find expected ':'")) {
            return new YamlComplaint(began, "no colon follows this; write a key, a colon and a blank");
        } else if (problem.startsWith("mapping values are not allowed")) {
            return new YamlComplaint(
                    noticed, "no key can stand here; line it up, or put text that has a colon in quotes");
        } else if (problem.contains("cannot start any token")) {
            return new YamlComplaint(noticed, "text can't begin with this character; put it in quotes");
        } else if (problem.startsWith("expected <block end>")) {
            return new YamlComplaint(
                    noticed, "this does not go with what stands before it; line it up, or put text in quotes");
        }
        return new YamlComplaint(
                noticed,
                Printable.brief(problem, 150) + "; check that brackets and quotes close and that keys line up");
    }

    private static String before(Optional<Mark> noticed, int firstLine) {
        return noticed.map(
                        mark -> " before line " + (firstLine + mark.getLine()) + ", column " + (mark.getColumn() + 1))
                .orElse("");
    }
}
