package ringside.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import ringside.config.YamlMap;
import ringside.config.YamlValue;
import ringside.lesson.Block.Predict.Kind;
import ringside.lesson.expression.Expression;
import ringside.lesson.expression.Value;

/** Reads what can be chosen, put in order or given a height. */
final class OptionsReader {
    private static final int MOST_OPTIONS = 12;

    private final Source source;
    private final Kind kind;

    OptionsReader(Source source, Kind kind) {
        this.source = source;
        this.kind = kind;
    }

    List<Block.Option> read(YamlMap fields) {
        var value = fields.optional("options");
        if (!kind.chooses() && !kind.weighs()) {
            value.ifPresent(v -> {
                throw v.wrong("belongs to kind: choice, server, bars or order; leave it out here");
            });
            return List.of();
        }
        if (kind == Kind.SERVER && value.isEmpty()) {
            return List.of();
        }
        var list = fields.required("options").list();
        if (list.size() < 2 || list.size() > MOST_OPTIONS) {
            throw fields.required("options").wrong("has " + list.size() + "; there are 2 to " + MOST_OPTIONS);
        }
        return distinct(list);
    }

    private List<Block.Option> distinct(List<YamlValue> list) {
        var seen = new HashSet<String>();
        var options = new ArrayList<Block.Option>();
        for (var value : list) {
            var fields = kind.weighs() ? value.map("id", "text", "value") : value.map("id", "text", "because");
            var id = fields.required("id");
            if (!seen.add(id.text())) {
                throw id.wrong("is " + id.text() + " a second time; each option has its own");
            }
            if (kind == Kind.SERVER && !source.vocabulary().servers().contains(id.text())) {
                throw id.wrong("is " + id.text() + ", and the lesson has no such server");
            }
            if (kind.weighs() && !id.text().matches("[^\\s=]+")) {
                throw id.wrong("has blanks or an equals sign; an id is one word, such as A");
            }
            var text = fields.optional("text").map(source::words).orElse(id.text());
            options.add(new Block.Option(id.text(), text, because(fields), weight(fields)));
        }
        return options;
    }

    private Optional<Template> because(YamlMap fields) {
        return kind.weighs() ? Optional.empty() : fields.optional("because").map(source::template);
    }

    private Optional<Expression> weight(YamlMap fields) {
        if (!kind.weighs()) {
            return Optional.empty();
        }
        var value = fields.required("value");
        var expression = source.expression(value);
        if (expression.kind() != Value.Kind.NUMBER) {
            throw value.wrong("is " + expression.kind() + "; an option's value is a number");
        }
        return Optional.of(expression);
    }
}
