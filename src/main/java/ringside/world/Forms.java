package ringside.world;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import ringside.engine.Ledger;
import ringside.engine.ServerId;

/** The forms of everything that happenings are made of. */
final class Forms {
    /*
     * They follow from the types: a record is its components one after the other, a sealed type the place of the record
     * among those permitted and then that record, a list its length and then its elements. So whatever is added to
     * happenings or reasons is written down and read again without a word here, unless it is made of something new. What
     * is rare and large, and shared with others as a rule, is kept as it is.
     */
    private static final Map<Type, Form<?>> KNOWN = new ConcurrentHashMap<>(Map.of(
            int.class, form((Integer value, Pen pen) -> pen.signed(value), from -> (int) from.signed()),
            long.class, form((Long value, Pen pen) -> pen.signed(value), Reading::signed),
            boolean.class, form((Boolean value, Pen pen) -> pen.octet(value ? 1 : 0), from -> from.octet() == 1),
            double.class,
                    form(
                            (Double value, Pen pen) -> pen.bits(Double.doubleToRawLongBits(value)),
                            from -> Double.longBitsToDouble(from.bits())),
            String.class, form((String value, Pen pen) -> pen.word(value), Reading::word),
            Duration.class,
                    form(
                            (Duration value, Pen pen) -> {
                                pen.signed(value.getSeconds());
                                pen.number(value.getNano());
                            },
                            from -> Duration.ofSeconds(from.signed(), from.number())),
            ServerId.class, form((ServerId value, Pen pen) -> pen.server(value), Reading::server),
            Scenario.class, form((Scenario value, Pen pen) -> pen.keep(value), Reading::kept),
            Command.class, form((Command value, Pen pen) -> pen.keep(value), Reading::kept),
            Ledger.class, form((Ledger value, Pen pen) -> pen.keep(value), Reading::kept)));

    static {
        KNOWN.putAll(FrequentForms.all());
    }

    private Forms() {}

    /** The form of a type. @throws IllegalArgumentException when it is made of something that has none */
    static Form<?> of(Type type) {
        var known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        var made = make(type);
        KNOWN.put(type, made);
        return made;
    }

    /** The form of a class. */
    @SuppressWarnings("unchecked") // every form is filed under the type it writes
    static <T> Form<T> of(Class<T> type) {
        return (Form<T>) of((Type) type);
    }

    private static Form<?> make(Type type) {
        return switch (type) {
            case ParameterizedType list when list.getRawType() == List.class -> listOf(of(argument(list)));
            case ParameterizedType optional
            when optional.getRawType() == Optional.class -> optionalOf(of(argument(optional)));
            case Class<?> boxed when unboxed(boxed) != boxed -> of(unboxed(boxed));
            case Class<?> some when some.isRecord() -> RecordForm.of(some);
            case Class<?> some when some.isEnum() -> enumOf(some.getEnumConstants());
            case Class<?> some when some.isSealed() -> new SealedForm<>(some);
            default -> throw new IllegalArgumentException("nothing is known of how to write down " + type);
        };
    }

    private static Type unboxed(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }

    private static Type argument(ParameterizedType of) {
        return of.getActualTypeArguments()[0];
    }

    private static <T> Form<T> form(BiConsumer<T, Pen> write, Function<Reading, Object> read) {
        return new Form<>() {
            @Override
            public void write(T value, Pen pen) {
                write.accept(value, pen);
            }

            @Override
            @SuppressWarnings("unchecked") // what was written is read
            public T read(Reading from) {
                return (T) read.apply(from);
            }
        };
    }

    @SuppressWarnings("EnumOrdinal") // whoever reads it is the same program
    private static Form<Enum<?>> enumOf(Object[] constants) {
        return form((value, pen) -> pen.number(value.ordinal()), from -> constants[from.count()]);
    }

    private static <T> Form<Optional<T>> optionalOf(Form<T> some) {
        return form(
                (value, pen) -> {
                    pen.octet(value.isPresent() ? 1 : 0);
                    value.ifPresent(it -> some.write(it, pen));
                },
                from -> from.octet() == 0 ? Optional.empty() : Optional.of(some.read(from)));
    }

    private static <T> Form<List<T>> listOf(Form<T> each) {
        return form(
                (value, pen) -> {
                    pen.number(value.size());
                    for (var one : value) {
                        each.write(one, pen);
                    }
                },
                from -> {
                    int count = from.count();
                    var read = new ArrayList<T>(count);
                    for (int i = 0; i < count; i++) {
                        read.add(each.read(from));
                    }
                    return List.copyOf(read);
                });
    }
}
