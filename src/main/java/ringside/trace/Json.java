package ringside.trace;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import ringside.config.BadInput;
import ringside.config.Place;

/** A value in one line of JSON, with the place where it begins. */
sealed interface Json {
    /** Where it begins. */
    Place place();

    /** A text. */
    record Text(Place place, String text) implements Json {}

    /** A number as it is written. */
    record Digits(Place place, String digits) implements Json {}

    /** Yes or no. */
    record Truth(Place place, boolean yes) implements Json {}

    /** Named values in order. */
    record Table(Place place, Map<String, Entry> entries) implements Json {}

    /** Something that no line of a trace has: null or an array. */
    record Other(Place place) implements Json {}

    /** A named value, and the place where its name begins. */
    record Entry(Place place, Json value) {}

    /** The object that a line is. @throws BadInput when it is none, with the place of what is wrong */
    static Table read(Place start, String line) {
        try (var json = new JsonReader(new StringReader(line))) {
            json.setStrictness(Strictness.STRICT);
            var reading = new Reading(start, json);
            var value = reading.value(0);
            if (value instanceof Table table && json.peek() == JsonToken.END_DOCUMENT) {
                return table;
            }
            throw new BadInput(value instanceof Table ? reading.here() : value.place(), Reading.WRONG);
        } catch (MalformedJsonException | IllegalStateException e) {
            throw new BadInput(Reading.column(start, String.valueOf(e.getMessage())), Reading.WRONG);
        } catch (EOFException _) {
            throw new BadInput(Reading.at(start, line.length() + 1), Reading.WRONG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a reader stands and what it finds there. */
    record Reading(Place start, JsonReader json) {
        private static final String WRONG = "this is no line of a trace; a line is one JSON object, such as"
                + " {\"id\":\"r1\",\"client\":\"10.0.0.1\",\"path\":\"/?k=x\",\"headers\":{\"k\":\"x\"}}";
        private static final Pattern COLUMN = Pattern.compile("line \\d+ column (\\d+)");
        private static final int DEEPEST = 2;

        private Json value(int depth) throws IOException {
            return switch (json.peek()) {
                case STRING -> {
                    var place = before(1);
                    yield new Text(place, json.nextString());
                }
                case NUMBER -> {
                    var digits = json.nextString();
                    yield new Digits(before(digits.length()), digits);
                }
                case BOOLEAN -> {
                    boolean yes = json.nextBoolean();
                    yield new Truth(before(Boolean.toString(yes).length()), yes);
                }
                case BEGIN_OBJECT -> table(depth);
                default -> other();
            };
        }

        private Json table(int depth) throws IOException {
            var place = before(1);
            if (depth == DEEPEST) {
                return other();
            }
            var entries = new LinkedHashMap<String, Entry>();
            json.beginObject();
            while (json.peek() == JsonToken.NAME) {
                var at = before(1);
                var name = json.nextName();
                if (entries.putIfAbsent(name, new Entry(at, value(depth + 1))) != null) {
                    throw new BadInput(at, "\"" + name + "\" is here for the second time; write it once");
                }
            }
            json.endObject();
            return new Table(place, entries);
        }

        private Json other() throws IOException {
            boolean begun = json.peek() == JsonToken.BEGIN_ARRAY || json.peek() == JsonToken.BEGIN_OBJECT;
            var place = before(begun ? 1 : 4);
            json.skipValue();
            return new Other(place);
        }

        private Place here() {
            return before(0);
        }

        private Place before(int characters) {
            var place = column(start, json.toString());
            return new Place(place.file(), place.line(), place.column() - characters);
        }

        private static Place column(Place start, String message) {
            var column = COLUMN.matcher(message);
            return at(start, column.find() ? Integer.parseInt(column.group(1)) : 1);
        }

        private static Place at(Place start, int column) {
            return new Place(start.file(), start.line(), start.column() + column - 1);
        }
    }
}
