package ringside.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a sealed type whose kinds are all records.
 *
 * @param <T> the type
 */
final class SealedForm<T> implements Form<T> {
    private final List<Class<?>> kinds = new ArrayList<>();
    private final IdentityHashMap<Class<?>, Integer> places = new IdentityHashMap<>();
    private final @Nullable Form<Object>[] forms;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    SealedForm(Class<T> type) {
        collect(type);
        for (int i = 0; i < kinds.size(); i++) {
            places.put(kinds.get(i), i);
        }
        forms = new Form[kinds.size()];
    }

    private void collect(Class<?> type) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(this::collect);
        } else if (!kinds.contains(type)) {
            kinds.add(type);
        }
    }

    /** How many kinds there are. */
    int size() {
        return kinds.size();
    }

    /** The place of a value's kind among all. */
    int kindOf(T value) {
        var place = places.get(value.getClass());
        if (place == null) {
            throw new IllegalArgumentException(value.getClass() + " is none of " + kinds);
        }
        return place;
    }

    /** The form of one kind, which is looked up when it is first needed: a kind may be made of the sealed type. */
    @SuppressWarnings("unchecked") // the form of a kind takes its values
    Form<Object> form(int kind) {
        var form = forms[kind];
        if (form == null) {
            form = (Form<Object>) Forms.of(kinds.get(kind));
            forms[kind] = form;
        }
        return form;
    }

    @Override
    public void write(T value, Pen pen) {
        int kind = kindOf(value);
        pen.number(kind);
        form(kind).write(value, pen);
    }

    @Override
    @SuppressWarnings("unchecked") // what was written is read
    public T read(Reading from) {
        return (T) form(from.count()).read(from);
    }
}
