package ringside.lesson;

import java.util.Optional;
import ringside.config.YamlMap;
import ringside.config.YamlValue;
import ringside.lesson.Block.Predict.Kind;

/** Reads how far an answer may be off, and how bars are drawn. */
final class Tolerances {
    private static final double USUAL_PERCENT = 0.02;
    private static final double USUAL_ARC = 0.06;
    private static final double MOST = 1e9;

    private Tolerances() {}

    static double read(YamlMap fields, Kind kind) {
        var value = fields.optional("tolerance");
        if (kind.chooses() || kind == Kind.ORDER) {
            value.ifPresent(v -> {
                throw v.wrong("belongs to kind: number, percent, bars or arc; leave it out here");
            });
            return 0;
        }
        boolean share = kind == Kind.PERCENT || kind == Kind.ARC || unit(fields) == Block.Unit.PERCENT;
        return value.map(v -> share ? percent(v) : v.number(0, MOST))
                .orElse(kind == Kind.ARC ? USUAL_ARC : share ? USUAL_PERCENT : 0);
    }

    private static Block.Unit unit(YamlMap fields) {
        return TrialReader.unit(fields.optional("unit"));
    }

    static Block.Scale scale(YamlMap fields, Kind kind) {
        Optional<YamlValue> unit = fields.optional("unit");
        Optional<YamlValue> most = fields.optional("most");
        if (kind == Kind.BARS) {
            return new Block.Scale(unit(fields), most.map(v -> v.isText() ? percent(v) : v.number(0.001, MOST)));
        }
        unit.or(() -> most).ifPresent(v -> {
            throw v.wrong("belongs to kind: bars; leave it out here");
        });
        return Block.Scale.PLAIN;
    }

    private static double percent(YamlValue value) {
        if (!value.isText()) {
            throw value.shouldBe("a percentage, such as 2%");
        }
        return value.text(Tolerances::percent);
    }

    private static double percent(String text) {
        if (!text.matches("(100|\\d{1,2}(\\.\\d{1,3})?)\\s?%")) {
            throw new IllegalArgumentException("write a percentage here, such as 2%");
        }
        return Double.parseDouble(text.replaceAll("[\\s%]", "")) / 100;
    }
}
