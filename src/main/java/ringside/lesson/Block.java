package ringside.lesson;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import ringside.config.Place;
import ringside.lesson.expression.Expression;

/** One piece of a step, in the order of the file. */
public sealed interface Block {
    /** Where it begins; no two blocks of a lesson begin at the same place. */
    Place at();

    /**
     * Something to read: a commonmark document without raw HTML.
     *
     * @param document paragraphs, lists, tables, code; images are not loaded and links are only data
     * @param text the same as plain text
     */
    record Prose(Place at, Node document, String text) implements Block {}

    /**
     * Commands for the world.
     *
     * @param label what the button says; the commands themselves when the author gave none
     * @param auto whether they are carried out as soon as the block is reached, without a button
     * @param commands at least one
     */
    record Do(Place at, String label, boolean auto, List<Words> commands) implements Block {
        public Do {
            commands = List.copyOf(commands);
        }
    }

    /**
     * A question asked before the answer is on the screen; what follows in the step stays hidden until it is answered.
     *
     * @param question what is asked
     * @param kind how it is answered
     * @param options what can be chosen, for choices and servers; empty otherwise
     * @param answer what is right, computed from the world
     * @param tolerance how far a number may be off: in its unit, or as a fraction of 1 for a percentage
     * @param when the answer is known and judged once this holds; at once when there is none
     * @param right what is said when it was right
     * @param wrong usual mistakes, each with what is said to it
     * @param otherwise what is said to any other answer
     * @param because a line the learner is asked to finish, such as "because…", if any
     */
    record Predict(
            Place at,
            Template question,
            Kind kind,
            List<Option> options,
            Expression answer,
            double tolerance,
            Optional<Expression> when,
            Template right,
            List<Mistake> wrong,
            Template otherwise,
            Optional<String> because)
            implements Block {
        /** How a question is answered. */
        public enum Kind {
            /** With a number. */
            NUMBER,
            /** With one of the options. */
            CHOICE,
            /** With a server's name. */
            SERVER,
            /** With a number from 0 to 100. */
            PERCENT
        }

        public Predict {
            options = List.copyOf(options);
            wrong = List.copyOf(wrong);
        }
    }

    /** Something to choose: its id, what it says, and what is said when it was chosen and is wrong. */
    record Option(String id, String text, Optional<Template> because) {}

    /** A usual mistake: the value it leads to, and what is said to it. */
    record Mistake(Expression value, Template because) {}

    /**
     * Something the learner does with the world.
     *
     * @param text what to do
     * @param until it is done once this holds
     * @param hint what helps a learner who is stuck
     * @param solution commands that do it
     * @param done what is said then
     */
    record Task(
            Place at,
            Template text,
            Expression until,
            Optional<String> hint,
            List<Words> solution,
            Optional<Template> done)
            implements Block {
        public Task {
            solution = List.copyOf(solution);
        }
    }

    /** A caption that appears once the condition holds. */
    record Say(Place at, Expression when, Template text) implements Block {}

    /**
     * What the lesson claims; not shown, and recomputed when lessons are checked.
     *
     * @param when the claims are about the first moment at which this holds; about the present when there is none
     * @param claims each must hold then
     */
    record Check(Place at, Optional<Expression> when, List<Claim> claims) implements Block {
        public Check {
            claims = List.copyOf(claims);
        }
    }

    /** One claim, as it is written. */
    record Claim(Place at, String text, Expression holds) {}

    /** A card to be asked again on later days. */
    record Card(Place at, String front, String back) implements Block {}
}
