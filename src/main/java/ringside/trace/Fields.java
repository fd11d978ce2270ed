package ringside.trace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;

/** The named values of one line, each of the type that its name asks for. */
final class Fields {
    private final Json.Table table;

    /**
     * The values of a line.
     *
     * @param kind what the line is, such as {@code a request}
     * @throws BadInput when there is a name that is none of these
     */
    Fields(Json.Table table, String kind, List<String> names) {
        this.table = table;
        table.entries().forEach((name, entry) -> {
            if (!names.contains(name)) {
                throw new BadInput(
                        entry.place(),
                        "\"" + Printable.brief(name) + "\" is not known here; " + kind + " has "
                                + String.join(", ", names));
            }
        });
    }

    boolean has(String name) {
        return table.entries().containsKey(name);
    }

    Optional<String> optional(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    String text(String name) {
        return text(name, required(name));
    }

    private static String text(String name, Json value) {
        if (value instanceof Json.Text(var _, var text)) {
            return text;
        }
        throw wrong(value.place(), name, "a text in quotes");
    }

    /** A text, understood by a function whose {@link IllegalArgumentException} says what is wrong with it. */
    <T> T text(String name, Function<String, T> meaning) {
        return checked(required(name).place(), () -> meaning.apply(text(name)));
    }

    boolean truth(String name) {
        if (required(name) instanceof Json.Truth(var _, boolean yes)) {
            return yes;
        }
        throw wrong(required(name).place(), name, "true or false");
    }

    int whole(String name, int least, int most) {
        var value = required(name);
        if (value instanceof Json.Digits(var _, var digits)
                && digits.matches("-?[0-9]{1,9}")
                && Integer.parseInt(digits) >= least
                && Integer.parseInt(digits) <= most) {
            return Integer.parseInt(digits);
        }
        throw wrong(value.place(), name, "a whole number from " + least + " to " + most);
    }

    /** A number from 0, in units of 10^-{@code decimals}; further decimals are left out. */
    long fine(String name, int decimals, long most) {
        var value = required(name);
        if (value instanceof Json.Digits(var _, var digits)) {
            double number = Double.parseDouble(digits);
            if (number >= 0 && number <= most) {
                return new BigDecimal(number < 1e-9 ? "0" : digits)
                        .movePointRight(decimals)
                        .longValue();
            }
        }
        throw wrong(value.place(), name, "a number from 0 to " + most);
    }

    /** Named texts. */
    Map<String, Json.Entry> entries(String name) {
        if (!has(name)) {
            return Map.of();
        }
        if (required(name) instanceof Json.Table(var _, var entries)) {
            entries.forEach((key, entry) -> text(key, entry.value()));
            return entries;
        }
        throw wrong(required(name).place(), name, "an object of texts");
    }

    static String text(Json.Entry entry) {
        return text("", entry.value());
    }

    private Json required(String name) {
        var entry = table.entries().get(name);
        if (entry == null) {
            throw new BadInput(table.place(), "\"" + name + "\" is missing");
        }
        return entry.value();
    }

    private static BadInput wrong(Place at, String name, String right) {
        return new BadInput(at, "\"" + Printable.brief(name) + "\" should be " + right);
    }

    /** What is made of a value at a place, where what is wrong with it is told. */
    static <T> T checked(Place at, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(at, String.valueOf(e.getMessage()));
        }
    }
}
