package ringside.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the words after a verb into the value that a file has in their place, so that one reader understands both. */
final class Spoken {
    private final Words words;
    private final Details details;
    private final Map<String, YamlNode.Field> fields = new LinkedHashMap<>();

    private Spoken(Words words, Details details) {
        this.words = words;
        this.details = details;
    }

    /** The words up to the end of the line: {@code off}, or details. */
    static YamlValue value(Words words, String name, Details details) {
        var place = words.here();
        if (words.nextIs("off") || words.nextIs("none")) {
            return YamlValue.named(name, words.scalar("off"));
        }
        var spoken = new Spoken(words, details);
        spoken.lead();
        while (!words.done()) {
            spoken.detail();
        }
        return YamlValue.named(name, new YamlNode.Mapping(place, spoken.fields));
    }

    /** The words up to the end of the line as a list, of which each item ends with a certain detail. */
    static YamlValue list(Words words, String name, Details details, String last) {
        var place = words.here();
        var items = new ArrayList<YamlNode>();
        do {
            items.add(item(words, details, last));
        } while (!words.done());
        return YamlValue.named(name, new YamlNode.Sequence(place, items));
    }

    private static YamlNode item(Words words, Details details, String last) {
        var place = words.here();
        var spoken = new Spoken(words, details);
        do {
            spoken.detail();
        } while (!spoken.fields.containsKey(last));
        return new YamlNode.Mapping(place, spoken.fields);
    }

    private void lead() {
        if (!details.leading().isEmpty()) {
            words.took(details.lead().isEmpty() ? details.leading() : details.lead());
            fields.put(details.leading(), new YamlNode.Field(words.here(), words.scalar("the " + details.leading())));
        }
    }

    private void detail() {
        var at = words.here();
        var name = words.next("a detail");
        var takes = details.takes().get(name);
        if (takes == null) {
            throw words.unknown("unknown detail", List.copyOf(details.takes().keySet()));
        }
        if (takes != Details.Takes.PAIRS && fields.containsKey(name)) {
            throw words.wrong("`" + name + "` is said twice; say it once");
        }
        fields.put(
                name,
                new YamlNode.Field(
                        at,
                        switch (takes) {
                            case ONE -> words.scalar("the " + name);
                            case MANY -> many();
                            case PAIRS -> pair(name);
                        }));
    }

    private YamlNode many() {
        var place = words.here();
        var items = new ArrayList<YamlNode>();
        while (!words.done() && details.takes().keySet().stream().noneMatch(words::nextIs)) {
            items.add(words.scalar("a value"));
        }
        return new YamlNode.Sequence(place, items);
    }

    private YamlNode pair(String name) {
        var pairs = new LinkedHashMap<String, YamlNode.Field>();
        var place = words.here();
        if (fields.containsKey(name) && fields.get(name).value() instanceof YamlNode.Mapping before) {
            pairs.putAll(before.fields());
            place = before.place();
        }
        var at = words.here();
        var key = words.next("the " + name + "'s name");
        if (pairs.put(key, new YamlNode.Field(at, words.text("the " + name + "'s value"))) != null) {
            throw words.wrong("the " + name + " " + Printable.brief(key) + " is said twice; say it once");
        }
        return new YamlNode.Mapping(place, pairs);
    }
}
