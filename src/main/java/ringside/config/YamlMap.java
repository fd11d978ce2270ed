package ringside.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values by key, of which the reader has said which keys it knows. */
public final class YamlMap {
    private final YamlValue whole;
    private final YamlNode.Mapping node;
    private final Set<String> known;

    YamlMap(YamlValue whole, YamlNode.Mapping node, Set<String> known) {
        this.whole = whole;
        this.node = node;
        this.known = known;
        for (Map.Entry<String, YamlNode.Field> field : node.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                throw new BadInput(
                        field.getValue().key(),
                        "unknown key `" + Printable.brief(field.getKey()) + "`" + Nearest.hint(field.getKey(), known));
            }
        }
    }

    /** Where it begins. */
    public Place place() {
        return node.place();
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return optional(key).isPresent();
    }

    /** The value of a key. @throws BadInput when the key is missing */
    public YamlValue required(String key) {
        return optional(key)
                .orElseThrow(() ->
                        new BadInput(place(), "`" + key + "` is missing" + whole.inside() + "; add `" + key + ": …`"));
    }

    /** The value of a key, if it is there. */
    public Optional<YamlValue> optional(String key) {
        if (!known.contains(key)) {
            throw new IllegalStateException("`" + key + "` was not named among the keys to expect: " + known);
        }
        return Optional.ofNullable(node.fields().get(key)).map(field -> YamlValue.named(key, field.value()));
    }
}
