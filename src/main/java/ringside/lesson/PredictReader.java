package ringside.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.YamlMap;
import ringside.config.YamlValue;
import ringside.lesson.Block.Predict.Kind;
import ringside.lesson.expression.Expression;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;

/** Reads a {@code predict} block, and the question of a {@code card}. */
final class PredictReader {
    /** What a learner gave for an option: only a mistake's condition asks for it. */
    static final Signature GIVEN = new Signature(
            "given",
            List.of(Parameter.OPTION),
            Value.Kind.NUMBER,
            "what the learner gave an option: a height or a place");

    /** What belongs to a question of any kind, on a card too. */
    static final List<String> KEYS =
            List.of("options", "answer", "tolerance", "unit", "most", "when", "wrong", "otherwise");

    private final Source plain;

    PredictReader(Source source) {
        this.plain = source;
    }

    /** What belongs to a question, and whatever else stands beside it. */
    static YamlMap fields(YamlValue yaml, String... others) {
        return yaml.map(Stream.concat(Stream.of(others), KEYS.stream()).toArray(String[]::new));
    }

    Block.Predict read(Place at, YamlValue yaml) {
        var fields = fields(yaml, "question", "kind", "right", "because", "replay");
        var kind = Kind.valueOf(fields.required("kind")
                .oneOf("number", "percent", "choice", "server", "arc", "bars", "order")
                .toUpperCase(Locale.ROOT));
        var question = plain.template(fields.required("question"));
        var said = new Said(question, plain.template(fields.required("right")), Optional.empty());
        return read(at, fields, kind, said)
                .explained(
                        fields.optional("because").map(plain::words),
                        fields.optional("replay").map(v -> number(v, plain.expression(v))));
    }

    /** The question of a card: what is on its back is said to a right answer, and to any other that has no words of its own. */
    Block.Predict ofCard(Place at, YamlMap fields, Kind kind, Template front, Template back) {
        return read(at, fields, kind, new Said(front, back, Optional.of(back)));
    }

    /** What is asked, what is said to a right answer, and to any other where the author says nothing else. */
    private record Said(Template question, Template right, Optional<Template> otherwise) {}

    private Block.Predict read(Place at, YamlMap fields, Kind kind, Said said) {
        var options = new OptionsReader(plain, kind).read(fields);
        var names = options.stream().map(Block.Option::id).toList();
        var source = plain.with(plain.vocabulary().plusWords(names));
        var answer =
                kind.weighs() ? nothing(fields) : Optional.of(answer(source, fields.required("answer"), kind, options));
        return new Block.Predict(
                at,
                said.question(),
                kind,
                options,
                answer,
                Tolerances.read(fields, kind),
                Tolerances.scale(fields, kind),
                fields.optional("when").map(source::condition),
                said.right(),
                answer.map(a -> wrong(source, fields, a)).orElseGet(() -> wrong(source, fields, names)),
                otherwise(source, fields, kind, options, said),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Expression> nothing(YamlMap fields) {
        fields.optional("answer").ifPresent(v -> {
            throw v.wrong("does not belong here; the options' values say what is right");
        });
        return Optional.empty();
    }

    private static Expression number(YamlValue at, Expression expression) {
        if (expression.kind() != Value.Kind.NUMBER) {
            throw at.wrong(
                    "is " + expression.kind() + "; it should be the number of a request, such as request.slowest");
        }
        return expression;
    }

    private static Expression answer(Source source, YamlValue value, Kind kind, List<Block.Option> options) {
        var answer = source.expression(value);
        var wanted = kind == Kind.NUMBER || kind == Kind.PERCENT ? Value.Kind.NUMBER : Value.Kind.TEXT;
        if (answer.kind() != wanted) {
            throw value.wrong("is " + answer.kind() + "; a question of this kind wants " + wanted);
        }
        if (kind != Kind.ARC && answer.facts().findAny().isEmpty()) {
            throw value.wrong("asks no fact; an answer is computed from the world, such as remap.fraction");
        }
        outcomes(answer)
                .filter(o -> kind == Kind.CHOICE && options.stream().noneMatch(p -> p.id().equals(o)))
                .findFirst()
                .ifPresent(o -> {
                    throw value.wrong("can be " + o + ", which is none of the options "
                            + String.join(
                                    ", ", options.stream().map(Block.Option::id).toList()));
                });
        return answer;
    }

    private static Stream<String> outcomes(Expression expression) {
        return switch (expression) {
            case Expression.Literal(Value.Text(var text)) -> Stream.of(text);
            case Expression.When(var _, var yes, var no) -> Stream.concat(outcomes(yes), outcomes(no));
            default -> Stream.empty();
        };
    }

    private static List<Block.Mistake> wrong(Source source, YamlMap fields, Expression answer) {
        return mistakes(fields)
                .map(value -> {
                    var parts = value.map("value", "because");
                    var mistake = source.expression(parts.required("value"));
                    if (mistake.kind() != answer.kind()) {
                        throw parts.required("value")
                                .wrong("is " + mistake.kind() + ", and the answer is " + answer.kind());
                    }
                    return new Block.Mistake(value.place(), mistake, source.template(parts.required("because")));
                })
                .toList();
    }

    private static List<Block.Mistake> wrong(Source source, YamlMap fields, List<String> options) {
        var asking = source.with(source.vocabulary().plus(GIVEN).with(Parameter.OPTION, options));
        return mistakes(fields)
                .map(value -> value.map("if", "because"))
                .map(parts -> new Block.Mistake(
                        parts.place(),
                        asking.condition(parts.required("if")),
                        source.template(parts.required("because"))))
                .toList();
    }

    private static Stream<YamlValue> mistakes(YamlMap fields) {
        return fields.optional("wrong").map(YamlValue::list).orElse(List.of()).stream();
    }

    private static Template otherwise(Source source, YamlMap fields, Kind kind, List<Block.Option> options, Said said) {
        long unexplained = options.stream().filter(o -> o.because().isEmpty()).count();
        boolean covered = kind.chooses() && !options.isEmpty() && unexplained <= 1;
        return fields.optional("otherwise")
                .map(source::template)
                .or(said::otherwise)
                .or(() -> Optional.of(said.right()).filter(_ -> covered))
                .orElseThrow(() -> unexplained(fields, options));
    }

    private static BadInput unexplained(YamlMap fields, List<Block.Option> options) {
        var silent = options.stream().filter(o -> o.because().isEmpty()).map(Block.Option::id);
        return new BadInput(
                fields.place(),
                options.isEmpty() || options.getFirst().value().isPresent()
                        ? "`otherwise` is missing; add `otherwise: …`, which is said to all other answers"
                        : "options " + silent.collect(Collectors.joining(", "))
                                + " have no `because`; give one to each that is wrong, or add `otherwise: …`");
    }
}
