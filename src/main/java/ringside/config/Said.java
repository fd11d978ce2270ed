package ringside.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Details with their values, to be written as a map of a file or as the words of a command. */
final class Said {
    /** Values as they stand between brackets, braces or nothing. */
    private record Written(String open, List<String> yaml, List<String> words, String close) {}

    private final Map<String, Written> details = new LinkedHashMap<>();

    /** The same with a number, a duration, or a word that needs no quotes. */
    Said with(String name, Object value) {
        return written(name, "", List.of(value.toString()), "");
    }

    /** The same with a text. */
    Said text(String name, String text) {
        return with(name, quoted(text));
    }

    /** The same with values in a row. */
    Said list(String name, List<String> values) {
        return written(name, "[", values, "]");
    }

    /** The same with texts by name; without any when there are none. */
    Said pairs(String name, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        var yaml = texts.entrySet().stream().map(e -> quoted(e.getKey()) + ": " + quoted(e.getValue()));
        var words = texts.entrySet().stream().map(e -> quoted(e.getKey()) + " " + quoted(e.getValue()));
        details.put(name, new Written("{", yaml.toList(), words.toList(), "}"));
        return this;
    }

    private Said written(String name, String open, List<String> values, String close) {
        details.put(name, new Written(open, values, values, close));
        return this;
    }

    /** As a map of a file. */
    String yaml() {
        return details.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue().open()
                        + String.join(", ", e.getValue().yaml()) + e.getValue().close())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** As the words of a command. */
    String words(Details form) {
        return details.entrySet().stream()
                .map(e -> words(form, e.getKey(), e.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String words(Details form, String name, Written value) {
        var before = name.equals(form.leading()) ? form.lead() : name;
        return switch (form.takes().getOrDefault(name, Details.Takes.ONE)) {
            case ONE -> (before + " " + value.words().getFirst()).strip();
            case MANY ->
                value.words().stream().map(word -> " " + apart(form, word)).collect(Collectors.joining("", before, ""));
            case PAIRS ->
                value.words().stream().map(pair -> before + " " + pair).collect(Collectors.joining(" "));
        };
    }

    /** A word that is not mistaken for the name of the next detail. */
    private static String apart(Details form, String word) {
        return form.has(word) ? '"' + word + '"' : word;
    }

    /** A text as a file and a command both understand it. */
    static String quoted(String text) {
        if (text.matches("[A-Za-z/][A-Za-z0-9_./-]*") && YamlType.ofPlain(text) == YamlType.TEXT) {
            return text;
        }
        return "\"" + Words.escaped(text) + "\"";
    }
}
