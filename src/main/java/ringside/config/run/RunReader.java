package ringside.config.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Reach;
import ringside.config.ScenarioFile;
import ringside.config.TextFile;
import ringside.config.Yaml;
import ringside.world.Recording;
import ringside.world.Tape;

/** Turns the bytes of a run's file into the run: whole, or not at all. */
final class RunReader {
    private final String name;
    private final Container container;
    private final Map<Part, byte[]> parts = new EnumMap<>(Part.class);

    private RunReader(String name, byte[] bytes) {
        this.name = name;
        this.container = Container.of(name, bytes);
    }

    static Run read(String name, byte[] bytes) {
        refuseOthers(name, bytes);
        var reader = new RunReader(name, bytes);
        var manifest = reader.container.manifest();
        for (var part : manifest.digests().keySet()) {
            reader.parts.put(part, reader.container.part(part, manifest));
        }
        reader.container.end();
        if (!Seal.unbroken(bytes)) {
            throw reader.container.damaged("what holds its entries together is not as it was written");
        }
        return reader.run(manifest);
    }

    /** The preview alone, without a look at what comes behind it. */
    static Preview preview(String name, byte[] beginning) {
        refuseOthers(name, beginning);
        var reader = new RunReader(name, beginning);
        return reader.preview(reader.container.part(Part.PREVIEW, reader.container.manifest()));
    }

    private static void refuseOthers(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new BadInput(Place.startOf(name), "this file is empty; open a run that Ringside saved");
        }
        if (!RunFile.begins(bytes)) {
            throw new BadInput(
                    Place.startOf(name),
                    "this does not begin as a run does, so it is damaged or none; open a run that Ringside saved");
        }
    }

    private Run run(Manifest manifest) {
        var scenario = container.within(Part.SCENARIO.entry());
        var begins =
                ScenarioFile.alone(Yaml.read(scenario, text(Part.SCENARIO), 1, Part.SCENARIO.most()), Reach.ANYWHERE);
        var deeds = DeedLines.read(container.within(Part.DEEDS.entry()), text(Part.DEEDS));
        var tape = checked(Part.DEEDS.entry(), () -> new Tape(begins, deeds, manifest.until(), recording()));
        var preview = preview(bytes(Part.PREVIEW));
        return checked(Manifest.ENTRY, () -> {
            var picture = new Picture(manifest.at(), manifest.events(), manifest.layout(), preview);
            return new Run(manifest.title(), manifest.kind(), tape, picture);
        });
    }

    private Optional<Recording> recording() {
        var file = container.within(Part.ARRIVALS.entry());
        return Optional.ofNullable(parts.get(Part.ARRIVALS))
                .map(bytes -> checked(Part.ARRIVALS.entry(), () -> ArrivalColumns.read(file, bytes)));
    }

    private byte[] bytes(Part part) {
        return Objects.requireNonNull(parts.get(part), "the manifest asks for every part that there has to be");
    }

    private Preview preview(byte[] png) {
        return checked(Part.PREVIEW.entry(), () -> new Preview(png));
    }

    private String text(Part part) {
        return TextFile.text(java.util.Objects.requireNonNull(parts.get(part)), container.within(part.entry()));
    }

    private <T> T checked(String entry, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(Place.startOf(name + "/" + entry), String.valueOf(e.getMessage()));
        }
    }
}
