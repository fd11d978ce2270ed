package ringside.world;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.engine.Health;
import ringside.engine.Ledger;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.ServerId;

/** Happenings of every kind with anything in them, one for each seed. */
final class AnyHappening {
    private static final List<String> TEXTS =
            List.of("", "GET", "/?key=user:17", "ä\u00ff", "日本", "\ud83d\ude00", "\ud800 alone", "x".repeat(300));
    private static final Scenario SCENARIO = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"));
    private static final List<Command> COMMANDS = List.of(
            new Command.AddServer(ServerSpec.named("C")),
            new Command.SetWeight(new ServerId("A"), 3),
            new HandlingCommand.SetTimeout(Duration.ofMillis(300)));

    private final SplittableRandom random;

    AnyHappening(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Every kind that a sealed type permits, at any depth. */
    static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(AnyHappening::kinds)
                        .distinct()
                : Stream.of(type);
    }

    /** One of this kind. */
    Happening of(Class<?> kind) {
        return (Happening) record(kind);
    }

    Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(c -> any(c.getGenericType())).toArray();
        try {
            var maker = type.getDeclaredConstructor(types);
            maker.setAccessible(true);
            return maker.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " of " + Arrays.toString(values), e);
        }
    }

    private Object any(Type type) {
        if (type instanceof ParameterizedType of) {
            var each = of.getActualTypeArguments()[0];
            return of.getRawType() == List.class
                    ? IntStream.range(0, random.nextInt(5))
                            .mapToObj(_ -> any(each))
                            .toList()
                    : random.nextBoolean() ? Optional.of(any(each)) : Optional.empty();
        }
        return any((Class<?>) type);
    }

    private Object any(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> (int) number();
            case "long", "Long" -> number();
            case "boolean" -> random.nextBoolean();
            case "double" -> Double.longBitsToDouble(random.nextLong(1L << 62));
            case "String" -> TEXTS.get(random.nextInt(TEXTS.size()));
            case "ServerId" -> new ServerId("S" + random.nextInt(300));
            case "Duration" -> Duration.ofSeconds(random.nextLong(-5, 99), random.nextInt(1_000_000_000));
            case "Health" ->
                Health.unchecked(1 + random.nextInt(5), 1 + random.nextInt(5)).after(random.nextBoolean());
            case "Scenario" -> SCENARIO.seeded(random.nextLong());
            case "Command" -> COMMANDS.get(random.nextInt(COMMANDS.size()));
            case "Ledger" -> ledger();
            default -> compound(type);
        };
    }

    private Object compound(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        var kinds = new ArrayList<>(kinds(type).toList());
        return record(kinds.get(random.nextInt(kinds.size())));
    }

    private static Ledger ledger() {
        var one = Pool.of(List.of(ServerSpec.named("A").member(true)));
        var two = Pool.of(List.of(
                ServerSpec.named("A").member(true), ServerSpec.named("B").member(true)));
        return Ledger.of(PolicyChoice.of("textbook/mod-n"), one, two, List.of("a", "b", "c"));
    }

    /** Of any size: as many small ones as there are large ones. */
    private long number() {
        return random.nextLong() >> random.nextInt(64);
    }
}
