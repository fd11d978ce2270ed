package ringside.config;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A YAML text in the making: a map whose keys keep their order.
 *
 * <p>A value is a text, a number, a truth, a list of values, or another draft. A text is quoted unless every reader
 * of YAML, old or new, takes it for a text as it is.
 */
public final class YamlDraft {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    private static final Set<String> WORDS =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** The same with one more key. */
    public YamlDraft with(String key, Object value) {
        fields.put(key, value);
        return this;
    }

    /** Whether it has no keys. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The text, each line of which ends. */
    public String text() {
        var text = new StringBuilder();
        map(this, "", "", text);
        return text.toString();
    }

    private static void map(YamlDraft draft, String first, String indent, StringBuilder text) {
        var before = first;
        for (var field : draft.fields.entrySet()) {
            text.append(before).append(scalar(field.getKey())).append(':');
            value(field.getValue(), indent, text);
            before = indent;
        }
    }

    /** A value after its key or dash. */
    private static void value(Object value, String indent, StringBuilder text) {
        switch (value) {
            case YamlDraft draft when draft.isEmpty() -> text.append(" {}\n");
            case YamlDraft draft -> {
                text.append('\n');
                map(draft, indent + "  ", indent + "  ", text);
            }
            case Collection<?> list when list.isEmpty() -> text.append(" []\n");
            case Collection<?> list -> {
                text.append('\n');
                list.forEach(each -> item(each, indent + "  ", text));
            }
            default -> text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static void item(Object item, String indent, StringBuilder text) {
        if (item instanceof YamlDraft draft && !draft.isEmpty()) {
            map(draft, indent + "- ", indent + "  ", text);
        } else {
            text.append(indent).append('-');
            value(item, indent, text);
        }
    }

    private static String scalar(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Integer _, Long _, Boolean _ -> value.toString();
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(quoted(c)));
        return quoted.append('"').toString();
    }

    private static String quoted(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        if (c >= ' ' && c < 0x7f) {
            return Character.toString(c);
        }
        return c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c);
    }

    /** The texts of several drafts as one stream of documents. */
    public static String documents(List<YamlDraft> drafts) {
        return String.join("---\n", drafts.stream().map(YamlDraft::text).toList());
    }
}
