package ringside.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.config.Place;
import ringside.config.YamlMap;
import ringside.config.YamlValue;
import ringside.lesson.Block.Predict.Kind;
import ringside.lesson.expression.Expression;
import ringside.lesson.expression.Value;

/** Reads a {@code predict} block. */
final class PredictReader {
    private static final double USUAL_PERCENT = 0.02;
    private static final int MOST_OPTIONS = 12;

    private final Source plain;

    PredictReader(Source source) {
        this.plain = source;
    }

    Block.Predict read(Place at, YamlValue yaml) {
        var fields = yaml.map(
                "question", "kind", "options", "answer", "tolerance", "when", "right", "wrong", "otherwise", "because");
        var kind = Kind.valueOf(fields.required("kind")
                .oneOf("number", "percent", "choice", "server")
                .toUpperCase(Locale.ROOT));
        var options = options(fields, kind);
        var source = plain.with(plain.vocabulary()
                .plusWords(options.stream().map(Block.Option::id).toList()));
        var answer = answer(source, fields.required("answer"), kind, options);
        return new Block.Predict(
                at,
                source.template(fields.required("question")),
                kind,
                options,
                answer,
                tolerance(fields, kind),
                fields.optional("when").map(source::condition),
                source.template(fields.required("right")),
                wrong(source, fields, answer),
                otherwise(source, fields, options),
                fields.optional("because").map(YamlValue::text));
    }

    private List<Block.Option> options(YamlMap fields, Kind kind) {
        var value = fields.optional("options");
        if (kind == Kind.NUMBER || kind == Kind.PERCENT) {
            value.ifPresent(v -> {
                throw v.wrong("belongs to kind: choice or kind: server; leave it out here");
            });
            return List.of();
        }
        if (kind == Kind.SERVER && value.isEmpty()) {
            return List.of();
        }
        var list = value.map(YamlValue::list)
                .orElseGet(() -> fields.required("options").list());
        if (list.size() < 2 || list.size() > MOST_OPTIONS) {
            throw fields.required("options").wrong("has " + list.size() + "; there are 2 to " + MOST_OPTIONS);
        }
        return distinct(list, kind);
    }

    private List<Block.Option> distinct(List<YamlValue> list, Kind kind) {
        var seen = new HashSet<String>();
        var options = new ArrayList<Block.Option>();
        for (var value : list) {
            var fields = value.map("id", "text", "because");
            var id = fields.required("id");
            if (!seen.add(id.text())) {
                throw id.wrong("is " + id.text() + " a second time; each option has its own");
            }
            if (kind == Kind.SERVER && !plain.vocabulary().servers().contains(id.text())) {
                throw id.wrong("is " + id.text() + ", and the lesson has no such server");
            }
            var text = fields.optional("text").map(YamlValue::text).orElse(id.text());
            options.add(
                    new Block.Option(id.text(), text, fields.optional("because").map(plain::template)));
        }
        return options;
    }

    private static Expression answer(Source source, YamlValue value, Kind kind, List<Block.Option> options) {
        var answer = source.expression(value);
        var wanted = kind == Kind.NUMBER || kind == Kind.PERCENT ? Value.Kind.NUMBER : Value.Kind.TEXT;
        if (answer.kind() != wanted) {
            throw value.wrong("is " + answer.kind() + "; a question of this kind wants " + wanted);
        }
        if (answer.facts().findAny().isEmpty()) {
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

    private static double tolerance(YamlMap fields, Kind kind) {
        var value = fields.optional("tolerance");
        if (kind == Kind.CHOICE || kind == Kind.SERVER) {
            value.ifPresent(v -> {
                throw v.wrong("belongs to kind: number or kind: percent; leave it out here");
            });
        }
        return value.map(v -> kind == Kind.PERCENT ? v.text(PredictReader::percent) : v.number(0, 1e9))
                .orElse(kind == Kind.PERCENT ? USUAL_PERCENT : 0);
    }

    private static double percent(String text) {
        if (!text.matches("\\d{1,2}(\\.\\d{1,3})?\\s?%")) {
            throw new IllegalArgumentException("a tolerance here is a percentage, such as 2%");
        }
        return Double.parseDouble(text.replaceAll("[\\s%]", "")) / 100;
    }

    private static List<Block.Mistake> wrong(Source source, YamlMap fields, Expression answer) {
        return fields.optional("wrong").map(YamlValue::list).orElse(List.of()).stream()
                .map(value -> {
                    var parts = value.map("value", "because");
                    var mistake = source.expression(parts.required("value"));
                    if (mistake.kind() != answer.kind()) {
                        throw parts.required("value")
                                .wrong("is " + mistake.kind() + ", and the answer is " + answer.kind());
                    }
                    return new Block.Mistake(mistake, source.template(parts.required("because")));
                })
                .toList();
    }

    private static Template otherwise(Source source, YamlMap fields, List<Block.Option> options) {
        long unexplained = options.stream().filter(o -> o.because().isEmpty()).count();
        boolean covered = !options.isEmpty() && unexplained <= 1;
        Optional<YamlValue> given = fields.optional("otherwise");
        return given.isEmpty() && covered
                ? source.template(fields.required("right"))
                : source.template(fields.required("otherwise"));
    }
}
