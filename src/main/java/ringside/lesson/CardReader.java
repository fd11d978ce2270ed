package ringside.lesson;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import ringside.config.Place;
import ringside.config.YamlMap;
import ringside.config.YamlValue;
import ringside.lesson.expression.Signature.Parameter;

/** Reads a {@code card} block. */
final class CardReader {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_WORDS = 40;

    private final Source plain;

    CardReader(Source source) {
        this.plain = source;
    }

    Block.Card read(Place at, YamlValue yaml) {
        var fields = PredictReader.fields(yaml, "id", "kind", "front", "back", "scene");
        var scene = fields.optional("scene").map(this::scene);
        var source = scene.map(this::knowing).orElse(plain);
        var front = source.template(fields.required("front"));
        var back = source.template(fields.required("back"));
        var id = fields.optional("id").map(v -> v.text(TrialReader::id)).orElseGet(() -> named(fields));
        return new Block.Card(at, id, front, back, question(at, source, fields, front, back), scene);
    }

    /* A card without a name is known by what it asks. */
    private static String named(YamlMap fields) {
        var crc = new CRC32();
        crc.update(fields.required("front").text().strip().getBytes(StandardCharsets.UTF_8));
        return "card-" + Long.toHexString(crc.getValue());
    }

    private Optional<Block.Predict> question(Place at, Source source, YamlMap fields, Template front, Template back) {
        var kind = fields.optional("kind")
                .map(v -> v.oneOf("recall", "number", "percent", "choice", "server", "bars", "order"))
                .orElse("recall");
        if (!kind.equals("recall")) {
            var asked = Block.Predict.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            return Optional.of(new PredictReader(source).ofCard(at, fields, asked, front, back));
        }
        PredictReader.KEYS.forEach(key -> fields.optional(key).ifPresent(v -> {
            throw v.wrong("belongs to a card with a kind such as choice; say which, or leave it out");
        }));
        return Optional.empty();
    }

    private Block.Scene scene(YamlValue value) {
        var fields = value.map("scenario", "words", "after", "layout", "see");
        var scenario = fields.optional("scenario").map(plain::scenario);
        var words = fields.optional("words").map(YamlValue::list).orElse(List.of());
        if (words.size() > MOST_WORDS) {
            throw fields.required("words").wrong("has " + words.size() + "; there are at most " + MOST_WORDS);
        }
        return new Block.Scene(
                scenario,
                words.stream().map(plain::timed).toList(),
                fields.optional("after")
                        .map(v -> v.duration(Duration.ZERO, LONGEST))
                        .orElse(Duration.ZERO),
                Lesson.Layout.valueOf(fields.optional("layout")
                        .map(v -> v.oneOf("ring", "flow"))
                        .orElse("flow")
                        .toUpperCase(Locale.ROOT)),
                Block.Sight.valueOf(fields.optional("see")
                        .map(v -> v.oneOf("nothing", "still", "live"))
                        .orElse("still")
                        .toUpperCase(Locale.ROOT)));
    }

    /** A scene of its own has servers of its own, besides those that the file names. */
    private Source knowing(Block.Scene scene) {
        var servers = new java.util.TreeSet<>(plain.vocabulary().servers());
        scene.scenario()
                .ifPresent(s ->
                        s.servers().forEach(server -> servers.add(server.id().name())));
        return plain.with(plain.vocabulary().with(Parameter.SERVER, servers));
    }
}
