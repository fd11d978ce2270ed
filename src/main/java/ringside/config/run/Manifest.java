package ringside.config.run;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Yaml;
import ringside.config.YamlDraft;
import ringside.config.YamlMap;
import ringside.config.YamlValue;
import ringside.world.World;

/**
 * What a run says of itself.
 *
 * @param by which program wrote it
 * @param title what it is called
 * @param kind in which kind of world it was saved
 * @param until how far the story goes, in nanoseconds
 * @param at the instant of the picture, in nanoseconds
 * @param events how many events were told by then
 * @param layout how the picture is laid out
 * @param digests the SHA-256 of every other entry, in hexadecimal
 */
record Manifest(
        String by,
        String title,
        World.Kind kind,
        long until,
        long at,
        long events,
        String layout,
        SequencedMap<Part, String> digests) {
    /** What its entry is called. */
    static final String ENTRY = "manifest.yaml";

    /** How many bytes it may have. */
    static final int MOST = 64 * 1024;

    /** The newest version that is read, and the one that is written. */
    static final int VERSION = 1;

    private static final String FORMAT = "ringside-run";
    private static final long MOST_EVENTS = 999_999_999_999_999L;
    private static final int NEWEST_THINKABLE = 1_000_000;

    /** Its text. */
    String text() {
        var parts = new YamlDraft();
        digests.forEach((part, digest) -> parts.with(part.entry(), digest));
        return new YamlDraft()
                .with("format", FORMAT)
                .with("version", VERSION)
                .with("by", by)
                .with("title", title)
                .with("world", kind.name().toLowerCase(Locale.ROOT))
                .with("until", DeedLines.time(until))
                .with("at", DeedLines.time(at))
                .with("events", BigDecimal.valueOf(events))
                .with("layout", layout)
                .with("parts", parts)
                .text();
    }

    /** What a text says. @throws BadInput when it is no manifest, or that of a newer version */
    static Manifest read(String run, String text) {
        var root = Yaml.read(run + "/" + ENTRY, text);
        refuseOthers(run, root);
        var fields = root.map("format", "version", "by", "title", "world", "until", "at", "events", "layout", "parts");
        return new Manifest(
                fields.required("by").text(),
                title(fields.required("title")),
                World.Kind.valueOf(
                        fields.required("world").oneOf("simulated", "live").toUpperCase(Locale.ROOT)),
                nanos(fields, "until"),
                nanos(fields, "at"),
                fields.required("events").whole(0L, MOST_EVENTS),
                fields.required("layout").oneOf(Picture.LAYOUTS.toArray(String[]::new)),
                digests(fields.required("parts")));
    }

    private static void refuseOthers(String run, YamlValue root) {
        var all = root.entries();
        var format = all.get("format");
        var version = all.get("version");
        if (format == null
                || version == null
                || !format.isText()
                || !format.text().equals(FORMAT)) {
            throw new BadInput(
                    root.place(), "this is not the manifest of a run; it should begin with `format: " + FORMAT + "`");
        }
        int number = version.whole(1, NEWEST_THINKABLE);
        if (number > VERSION) {
            throw new BadInput(
                    Place.startOf(run),
                    "this run was written by a newer Ringside (format " + number + "; this one reads up to " + VERSION
                            + "); open it with that one, or a newer one still");
        }
    }

    private static String title(YamlValue value) {
        if (value.text().length() > Run.LONGEST_TITLE) {
            throw value.wrong("is too long; a title has " + Run.LONGEST_TITLE + " characters at most");
        }
        return value.text();
    }

    private static long nanos(YamlMap fields, String key) {
        return fields.required(key).duration().toNanos();
    }

    private static SequencedMap<Part, String> digests(YamlValue value) {
        var digests = new TreeMap<Part, String>();
        value.entries().forEach((entry, digest) -> {
            var part = Part.of(entry);
            if (part.isEmpty()) {
                throw digest.wrong("is no part of a run; remove it");
            }
            digests.put(part.get(), digest.text());
        });
        for (var part : Part.values()) {
            if (part.required() && !digests.containsKey(part)) {
                throw value.wrong("lacks " + part.entry() + ", without which there is no run");
            }
        }
        return digests;
    }
}
