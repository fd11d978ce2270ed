package ringside.world;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/** The form of a record: its components, one after the other. */
final class RecordForm implements Form<Object> {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Part<?>[] parts;
    private final MethodHandle maker;

    /** One component: how it is asked for, and its form. */
    private record Part<T>(Function<Object, T> getter, Form<T> form) {
        void write(Object whole, Pen pen) {
            form.write(getter.apply(whole), pen);
        }
    }

    private RecordForm(Part<?>[] parts, MethodHandle maker) {
        this.parts = parts;
        this.maker = maker;
    }

    /** The form of this record. */
    static Form<Object> of(Class<?> type) {
        var components = type.getRecordComponents();
        var parts = Arrays.stream(components).map(RecordForm::part).toArray(Part<?>[]::new);
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var maker = LOOKUP.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            var form = new RecordForm(parts, maker);
            return types.length == 0 ? new Only(form.make(new Object[0])) : form;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " can't be made from its components", e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the component's form takes what its accessor gives
    private static Part<?> part(RecordComponent component) {
        return new Part(getter(component), form(component));
    }

    private static Form<?> form(RecordComponent component) {
        var whole = component.getDeclaringRecord();
        boolean numbers = Happening.OfRequest.class.isAssignableFrom(whole)
                && component.getName().equals("request");
        return numbers ? new Numbered(whole == Happening.Arrived.class) : Forms.of(component.getGenericType());
    }

    /** The form of a request's number: the newest request's is near the others'. */
    private record Numbered(boolean arrives) implements Form<Long> {
        @Override
        public void write(Long value, Pen pen) {
            pen.request(value, arrives);
        }

        @Override
        public Long read(Reading from) {
            return from.request(arrives);
        }
    }

    /* As fast as a call written by hand, which a reflective one is not. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> getter(RecordComponent component) {
        try {
            var accessor = LOOKUP.unreflect(component.getAccessor());
            return (Function<Object, Object>) LambdaMetafactory.metafactory(
                            LOOKUP,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            accessor.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalArgumentException(component + " can't be read", e);
        }
    }

    @Override
    public void write(Object value, Pen pen) {
        for (var part : parts) {
            part.write(value, pen);
        }
    }

    @Override
    public Object read(Reading from) {
        var values = new Object[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts[i].form().read(from);
        }
        return make(values);
    }

    private Object make(Object[] values) {
        try {
            return (Object) maker.invokeExact(values);
        } catch (Throwable e) {
            throw new IllegalStateException("what was written can't be read", e);
        }
    }

    /** The form of a record without components: nothing is written, and the same one is read each time. */
    private record Only(Object it) implements Form<Object> {
        @Override
        public void write(Object value, Pen pen) {}

        @Override
        public Object read(Reading from) {
            return it;
        }
    }
}
