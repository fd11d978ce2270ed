package ringside.config.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ringside.config.Digest;
import ringside.config.ScenarioFile;

/** Turns a run into the bytes of its file. */
final class RunWriter {
    /* Not the first instant that a ZIP file can say: before and at that one, Java adds the local time zone's. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private RunWriter() {}

    static byte[] write(Run run, String by) {
        var parts = new EnumMap<Part, byte[]>(Part.class);
        parts.put(Part.PREVIEW, run.picture().preview().png());
        parts.put(Part.SCENARIO, utf8(ScenarioFile.write(run.tape().begins())));
        parts.put(Part.DEEDS, utf8(DeedLines.write(run.tape().deeds())));
        run.tape().recording().ifPresent(recording -> parts.put(Part.ARRIVALS, ArrivalColumns.write(recording)));
        parts.forEach(RunWriter::refuseTooLarge);
        var bytes = zipped(utf8(manifest(run, by, parts).text()), parts);
        Seal.put(bytes);
        return bytes;
    }

    private static Manifest manifest(Run run, String by, Map<Part, byte[]> parts) {
        var digests = new TreeMap<Part, String>();
        parts.forEach((part, bytes) -> digests.put(part, Digest.of(bytes)));
        var picture = run.picture();
        return new Manifest(
                by,
                run.title(),
                run.kind(),
                run.tape().nanos(),
                picture.nanos(),
                picture.events(),
                picture.layout(),
                digests);
    }

    private static void refuseTooLarge(Part part, byte[] bytes) {
        if (bytes.length > part.most()) {
            throw new IllegalArgumentException("this run's " + part.entry() + " would have " + bytes.length
                    + " bytes; it can have " + part.most() + " at most");
        }
    }

    private static byte[] zipped(byte[] manifest, Map<Part, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setComment(Seal.BLANK);
            zip.putNextEntry(stored(manifest));
            zip.write(manifest);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(entry(part.getKey().entry()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private static ZipEntry stored(byte[] bytes) {
        var entry = entry(Manifest.ENTRY);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        var crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        return entry;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
