package ringside.config.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import ringside.config.BadInput;
import ringside.config.Digest;
import ringside.config.Place;
import ringside.config.Printable;
import ringside.config.TextFile;

/** The entries of a run, one after the other: each is the one that is expected, bounded, and as it was written. */
final class Container {
    private final String name;
    private final ZipInputStream zip;

    private Container(String name, InputStream in) {
        this.name = name;
        this.zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    }

    /** That of a file with this name. */
    static Container of(String name, byte[] bytes) {
        return new Container(name, new ByteArrayInputStream(bytes));
    }

    /** What it says of itself, which comes first. @throws BadInput when it is no run, or a newer one */
    Manifest manifest() {
        var entry = next(Manifest.ENTRY);
        if (entry == null || !entry.getName().equals(Manifest.ENTRY)) {
            throw bad("this is a ZIP file, but not a run that Ringside saved; open one with a " + Manifest.ENTRY);
        }
        var bytes = content(Manifest.ENTRY, Manifest.MOST);
        return Manifest.read(name, TextFile.text(bytes, within(Manifest.ENTRY)));
    }

    /** The next entry, which is this one. @throws BadInput when it is another, too large, or not as it was written */
    byte[] part(Part part, Manifest manifest) {
        var entry = next(part.entry());
        if (entry == null || !entry.getName().equals(part.entry())) {
            throw damaged(
                    entry == null
                            ? part.entry() + " is missing"
                            : Printable.brief(entry.getName()) + " stands in the place of " + part.entry());
        }
        var bytes = content(part.entry(), part.most());
        if (!Digest.of(bytes).equals(manifest.digests().get(part))) {
            throw damaged(part.entry() + " is not as it was written");
        }
        return bytes;
    }

    /** Makes sure that nothing follows. */
    void end() {
        var entry = next("its directory");
        if (entry != null) {
            throw damaged(Printable.brief(entry.getName()) + " is one entry too many");
        }
    }

    private @Nullable ZipEntry next(String wanted) {
        try {
            return zip.getNextEntry();
        } catch (IOException | IllegalArgumentException _) {
            throw damaged(wanted + " cannot be found");
        }
    }

    private byte[] content(String entry, int most) {
        try {
            var bytes = zip.readNBytes(most + 1);
            if (bytes.length > most) {
                throw bad(entry + " in this run has more than " + most + " bytes; it should have fewer");
            }
            return bytes;
        } catch (IOException | IllegalArgumentException _) {
            throw damaged(entry + " breaks off or is not as it was written");
        }
    }

    /** How an entry is called in messages. */
    String within(String entry) {
        return name + "/" + entry;
    }

    /** That not every byte is as it was. */
    BadInput damaged(String where) {
        return bad("this run is damaged: " + where + "; get another copy of it");
    }

    private BadInput bad(String what) {
        return new BadInput(Place.startOf(name), what);
    }
}
