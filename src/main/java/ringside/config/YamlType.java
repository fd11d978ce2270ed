package ringside.config;

import java.util.regex.Pattern;

/** What a node is by the core schema of YAML 1.2. */
enum YamlType {
    NOTHING,
    TRUTH,
    NUMBER,
    TEXT,
    LIST,
    MAP;

    private static final Pattern NUMERAL =
            Pattern.compile("[-+]?(\\.[0-9]++|[0-9]++(\\.[0-9]*+)?)([eE][-+]?[0-9]++)?|0o[0-7]++|0x[0-9a-fA-F]++"
                    + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    static YamlType of(YamlNode node) {
        return switch (node) {
            case YamlNode.Sequence(var _, var _) -> LIST;
            case YamlNode.Mapping(var _, var _) -> MAP;
            case YamlNode.Scalar(var _, var text, var plain) -> plain ? ofPlain(text) : TEXT;
        };
    }

    static YamlType ofPlain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NOTHING;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> TRUTH;
            default -> NUMERAL.matcher(text).matches() ? NUMBER : TEXT;
        };
    }
}
