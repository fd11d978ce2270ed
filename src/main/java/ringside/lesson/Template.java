package ringside.lesson;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.config.Units;
import ringside.lesson.expression.Expression;
import ringside.lesson.expression.Facts;
import ringside.lesson.expression.Value;

/** Text with counters in it: {@code {remap.moved} of {remap.keys} keys moved, {remap.fraction %}}. */
public record Template(List<Part> parts) {
    /** A piece of the text. */
    public sealed interface Part {
        /** Words that stay as they are. */
        record Plain(String text) implements Part {}

        /** A value to be filled in; {@code percent} shows 0.313 as 31.3 %. */
        record Filled(Expression value, boolean percent) implements Part {}
    }

    public Template {
        parts = List.copyOf(parts);
    }

    /** Text without counters. */
    public static Template plain(String text) {
        return new Template(List.of(new Part.Plain(text)));
    }

    /** The text with every counter as it is now. */
    public String fill(Facts facts) {
        return parts.stream()
                .map(p -> switch (p) {
                    case Part.Plain(var text) -> text;
                    case Part.Filled(var value, var percent) -> shown(value.of(facts), percent);
                })
                .collect(Collectors.joining());
    }

    /** What it fills in. */
    public Stream<Expression> values() {
        return parts.stream()
                .flatMap(p -> p instanceof Part.Filled(var value, var _) ? Stream.of(value) : Stream.empty());
    }

    /** A value as a reader sees it: whole numbers whole, others with one decimal; as a percentage if wanted. */
    public static String shown(Value value, boolean percent) {
        return switch (value) {
            case Value.Amount(var n) -> percent ? number(n * 100) + " %" : number(n);
            case Value.Text(var text) -> text;
            case Value.Truth(var holds) -> holds ? "yes" : "no";
        };
    }

    /** A value with all its decimals. */
    static String exactly(Value value) {
        return value instanceof Value.Amount(var n) ? Units.of(n) : shown(value, false);
    }

    private static String number(double n) {
        double tenths = Math.rint(n * 10) / 10;
        return tenths == Math.rint(tenths)
                ? String.format(Locale.ROOT, "%.0f", tenths)
                : String.format(Locale.ROOT, "%.1f", tenths);
    }
}
