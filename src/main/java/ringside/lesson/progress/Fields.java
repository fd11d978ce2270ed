package ringside.lesson.progress;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;

/** The named values of a JSON object, each asked for with the bounds it has to keep. */
record Fields(String file, String path, JsonObject object) {
    static final int LONGEST_ID = 128;

    /** The object that a value has to be. */
    static Fields of(String file, String path, JsonElement value) {
        if (value instanceof JsonObject object) {
            return new Fields(file, path, object);
        }
        throw bad(file, path, "an object in braces");
    }

    private static BadInput bad(String file, String path, String wanted) {
        return new BadInput(Place.startOf(file), Printable.brief(path) + " should be " + wanted);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    private JsonElement get(String name) {
        var value = object.get(name);
        return value == null ? JsonNull.INSTANCE : value;
    }

    /** A text with so many characters at most. */
    String text(String name, int most) {
        return text(at(name), get(name), most);
    }

    private String text(String where, JsonElement value, int most) {
        if (value instanceof JsonPrimitive p && p.isString() && p.getAsString().length() <= most) {
            return p.getAsString();
        }
        throw bad(file, where, "a text of at most " + most + " characters");
    }

    /** A whole number. */
    long whole(String name, long least, long most) {
        return whole(at(name), get(name), least, most);
    }

    private long whole(String where, JsonElement value, long least, long most) {
        if (value instanceof JsonPrimitive p && p.isNumber() && p.getAsString().matches("-?\\d{1,19}")) {
            var number = new BigInteger(p.getAsString());
            if (number.equals(number.max(BigInteger.valueOf(least)).min(BigInteger.valueOf(most)))) {
                return number.longValueExact();
            }
        }
        throw bad(file, where, "a whole number from " + least + " to " + most);
    }

    /** A list of whole numbers, so many at most; nothing when it is not there. */
    List<Integer> numbers(String name, int longest, int least, int most) {
        var all = new ArrayList<Integer>();
        for (var value : array(name, longest)) {
            all.add((int) whole(at(name) + "/" + (all.size() + 1), value, least, most));
        }
        return all;
    }

    /** Yes or no. */
    boolean truth(String name) {
        if (get(name) instanceof JsonPrimitive p && p.isBoolean()) {
            return p.getAsBoolean();
        }
        throw bad(file, at(name), "true or false");
    }

    /** An object, if it is there. */
    <T> Optional<T> maybe(String name, Function<Fields, T> read) {
        return object.has(name) ? Optional.of(read.apply(of(file, at(name), get(name)))) : Optional.empty();
    }

    /** A list of objects, so many at most; nothing when it is not there. */
    <T> List<T> list(String name, int most, Function<Fields, T> read) {
        var all = new ArrayList<T>();
        for (var value : array(name, most)) {
            all.add(read.apply(of(file, at(name) + "/" + (all.size() + 1), value)));
        }
        return all;
    }

    private JsonArray array(String name, int most) {
        if (!object.has(name)) {
            return new JsonArray();
        }
        if (get(name) instanceof JsonArray array && array.size() <= most) {
            return array;
        }
        throw bad(file, at(name), "a list of at most " + most);
    }

    /** Values by ids, so many at most; nothing when they are not there. */
    <T> Map<String, T> map(String name, int most, Function<Entry, T> read) {
        var all = new TreeMap<String, T>();
        if (!object.has(name)) {
            return all;
        }
        var inner = of(file, at(name), get(name));
        if (inner.object.size() > most) {
            throw bad(file, at(name), "at most " + most + " of them");
        }
        for (var id : inner.object.keySet()) {
            if (id.isEmpty() || id.length() > LONGEST_ID) {
                throw bad(file, at(name), "called by ids of 1 to " + LONGEST_ID + " characters");
            }
            all.put(id, read.apply(new Entry(inner, id)));
        }
        return all;
    }

    /** One value of an object, by its name. */
    record Entry(Fields of, String id) {
        Fields fields() {
            return Fields.of(of.file, of.at(id), of.get(id));
        }

        <T> List<T> list(int most, Function<Fields, T> read) {
            return of.list(id, most, read);
        }

        String text(int most) {
            return of.text(id, most);
        }

        long whole(long least, long most) {
            return of.whole(id, least, most);
        }
    }
}
