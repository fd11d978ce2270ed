package ringside.config;

import java.util.List;
import java.util.Map;

/** One node of a YAML text and where it begins. */
sealed interface YamlNode {
    /** Where it begins. */
    Place place();

    /** A single value; {@code plain} when it was written without quotes. */
    record Scalar(Place place, String text, boolean plain) implements YamlNode {}

    /** Values in a row. */
    record Sequence(Place place, List<YamlNode> items) implements YamlNode {}

    /** Values by key, in the order they were written. */
    record Mapping(Place place, Map<String, Field> fields) implements YamlNode {}

    /** A value, and where its key is. */
    record Field(Place key, YamlNode value) {}
}
