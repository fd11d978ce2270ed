package ringside.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Node;
import ringside.config.Place;
import ringside.lesson.expression.Expression;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;
import ringside.lesson.workshop.Workshop;
import ringside.world.Scenario;

/** One piece of a step, in the order of the file. */
public sealed interface Block {
    /** Where it begins; no two blocks of a lesson begin at the same place. */
    Place at();

    /**
     * Something to read: a commonmark document without raw HTML.
     *
     * @param document paragraphs, lists, tables, code, and {@link Filled} where a fact stands; images are not loaded and
     *     links are only data
     */
    record Prose(Place at, Node document) implements Block {
        /** The same as plain text. */
        public String text(Facts facts) {
            return Markdown.text(document, facts);
        }
    }

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
     * @param options what can be chosen, put in order or given a height; empty otherwise
     * @param answer what is right, computed from the world; absent where the options' values say it
     * @param tolerance how far a number may be off: in its unit, or as a fraction of 1 for percentages and arcs
     * @param scale how bars are drawn and read
     * @param when the answer is known and judged once this holds; at once when there is none
     * @param right what is said when it was right
     * @param wrong usual mistakes, each with what is said to it
     * @param otherwise what is said to any other answer
     * @param because a line the learner is asked to finish, such as "because…", if any
     * @param replay the number of a request whose decision explains the answer, if any
     */
    record Predict(
            Place at,
            Template question,
            Kind kind,
            List<Option> options,
            Optional<Expression> answer,
            double tolerance,
            Scale scale,
            Optional<Expression> when,
            Template right,
            List<Mistake> wrong,
            Template otherwise,
            Optional<String> because,
            Optional<Expression> replay)
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
            PERCENT,
            /** With a stretch of the ring. */
            ARC,
            /** With a height for each option. */
            BARS,
            /** With the options put in order. */
            ORDER;

            /** Whether one of the options is chosen. */
            public boolean chooses() {
                return this == CHOICE || this == SERVER;
            }

            /** Whether the options' values say what is right. */
            public boolean weighs() {
                return this == BARS || this == ORDER;
            }
        }

        public Predict {
            options = List.copyOf(options);
            wrong = List.copyOf(wrong);
        }

        /** The same with a line to finish and a request to look at again. */
        Predict explained(Optional<String> line, Optional<Expression> request) {
            return new Predict(
                    at, question, kind, options, answer, tolerance, scale, when, right, wrong, otherwise, line,
                    request);
        }
    }

    /**
     * Something to choose, to put in order or to give a height.
     *
     * @param id what answers call it
     * @param text what it says
     * @param because what is said when it was chosen and is wrong
     * @param value its right height, or what orders it: the least comes first
     */
    record Option(String id, String text, Optional<Template> because, Optional<Expression> value) {}

    /**
     * A usual mistake.
     *
     * @param at where it is foreseen
     * @param value the answer it leads to; for bars and orders a condition that answers of its kind meet
     * @param because what is said to it
     */
    record Mistake(Place at, Expression value, Template because) {}

    /** In what figures are told. */
    enum Unit {
        /** As plain numbers. */
        NUMBER,
        /** Of a hundred; inside, of one. */
        PERCENT,
        /** In milliseconds. */
        MILLIS;

        /** A figure as a reader sees it. */
        public String shown(double figure) {
            var text = Template.shown(Value.of(figure), this == PERCENT);
            return this == MILLIS ? text + " ms" : text;
        }
    }

    /**
     * How bars are drawn.
     *
     * @param unit in what their heights are told
     * @param most the greatest height, if the author sets it
     */
    record Scale(Unit unit, Optional<Double> most) {
        /** Plain numbers of any size. */
        static final Scale PLAIN = new Scale(Unit.NUMBER, Optional.empty());
    }

    /**
     * The same requests handled in several ways, away from the stage in virtual time.
     *
     * @param id its name within the lesson
     * @param label what the button says
     * @param lasts how much virtual time each way takes
     * @param ways at least one
     * @param shown what is told of each, at least one
     */
    record Trial(Place at, String id, String label, Duration lasts, List<Way> ways, List<Shown> shown)
            implements Block {
        public Trial {
            ways = List.copyOf(ways);
            shown = List.copyOf(shown);
        }
    }

    /** One way of a trial: its name within the lesson, what it says, and what is done. */
    record Way(String id, String text, List<TimedWords> words) {
        public Way {
            words = List.copyOf(words);
        }
    }

    /** Words that are said so long after the beginning; at 0 before anything happens. */
    record TimedWords(Duration at, Words words) {}

    /** A figure of each way, by the way's name. */
    record Shown(String text, Unit unit, Map<String, Expression> values) {
        public Shown {
            values = Map.copyOf(values);
        }
    }

    /**
     * A figure that is measured once and kept for later steps.
     *
     * @param id its name within the lesson
     * @param text what was measured
     * @param value what is kept
     * @param unit in what it is told
     * @param when it is measured at the first moment at which this holds; at once when there is none
     */
    record Keep(Place at, String id, Template text, Expression value, Unit unit, Optional<Expression> when)
            implements Block {}

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

    /** A configuration to be written and run: the step can't be left before one reached every goal. */
    record Build(Place at, Workshop task) implements Block {}

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

    /**
     * A card to be asked again on later days.
     *
     * @param id its name within its file
     * @param front what is asked
     * @param back what is shown after the answer
     * @param question how it is answered; the learner judges an answer of their own when there is none
     * @param scene the world that it asks about, if it has one of its own
     */
    record Card(Place at, String id, Template front, Template back, Optional<Predict> question, Optional<Scene> scene)
            implements Block {}

    /**
     * A small world in virtual time that a card shows and asks about.
     *
     * @param scenario how it begins; as the lesson begins when there is none
     * @param words what is done there
     * @param after when the picture is taken
     * @param layout how it is drawn
     * @param see what of it is shown with the question
     */
    record Scene(Optional<Scenario> scenario, List<TimedWords> words, Duration after, Lesson.Layout layout, Sight see) {
        public Scene {
            words = List.copyOf(words);
        }
    }

    /** What of a scene is shown with the question. */
    enum Sight {
        /** Nothing. */
        NOTHING,
        /** One picture. */
        STILL,
        /** A picture that moves. */
        LIVE
    }
}
