package ringside.config.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.config.BadInput;
import ringside.config.Digest;

/** What others send is refused in one sentence, and nothing of it is taken. */
class HostileRunTest {
    private static final byte[] GOOD = RunFile.write(Runs.small(), "Ringside 1.0");

    private static void refuses(byte[] bytes, String what) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> RunFile.read("lab.ringside", bytes))
                .withMessage(what);
    }

    private static void refusesSomehow(byte[] bytes, String which) {
        var thrown = catchThrowable(() -> RunFile.read("lab.ringside", bytes));
        assertThat(thrown).as(which).isInstanceOf(BadInput.class);
        assertThat(thrown.getMessage()).as(which).startsWith("lab.ringside").doesNotContain("\n");
    }

    private static Map<String, byte[]> entries() {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(GOOD))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return entries;
    }

    /** A file that is whole in every other respect. */
    private static byte[] sealed(Map<String, byte[]> entries) {
        var manifest = text(entries, "manifest.yaml");
        for (var entry : entries.entrySet()) {
            manifest = manifest.replaceFirst(
                    "(" + entry.getKey() + ": )\"?[0-9a-f]{64}\"?", "$1\"" + Digest.of(entry.getValue()) + "\"");
        }
        entries.put("manifest.yaml", utf8(manifest));
        var bytes = zipped(entries);
        Seal.put(bytes);
        return bytes;
    }

    private static byte[] zipped(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setComment(Seal.BLANK);
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static String text(Map<String, byte[]> entries, String entry) {
        return new String(entry(entries, entry), StandardCharsets.UTF_8);
    }

    private static byte[] entry(Map<String, byte[]> entries, String entry) {
        return Objects.requireNonNull(entries.get(entry));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A whole file with one entry that says something else. */
    private static byte[] saying(String entry, String what, String instead) {
        var entries = entries();
        var before = text(entries, entry);
        assertThat(before).contains(what);
        entries.put(entry, utf8(before.replace(what, instead)));
        return sealed(entries);
    }

    @Test
    void takesWhatIsWhole() {
        assertThat(RunFile.read("lab.ringside", sealed(entries()))).isEqualTo(Runs.small());
    }

    @Test
    void refusesEveryBeginningOfAFile() {
        for (int length = 0; length < GOOD.length; length++) {
            refusesSomehow(Arrays.copyOf(GOOD, length), "cut to " + length);
        }
    }

    @Test
    void refusesAFileWithAnyByteChanged() {
        for (int at = 0; at < GOOD.length; at++) {
            for (int change : new int[] {0x01, 0x80, 0xff}) {
                var bytes = GOOD.clone();
                bytes[at] ^= (byte) change;
                refusesSomehow(bytes, "byte " + at + " changed by " + change);
            }
        }
    }

    @Test
    void refusesWhateverBeginsAsAZipFile() {
        for (long seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var bytes = GOOD.clone();
            int from = 4 + random.nextInt(GOOD.length - 4);
            for (int at = from; at < GOOD.length; at += 1 + random.nextInt(9)) {
                bytes[at] ^= (byte) (1 + random.nextInt(255));
            }
            refusesSomehow(bytes, "seed " + seed);
        }
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        refuses(
                Arrays.copyOf(GOOD, GOOD.length + 1),
                "lab.ringside:1:1: this run is damaged: what holds its entries together is not as it was written;"
                        + " get another copy of it");
    }

    @Test
    void saysWhatIsNoRun() throws IOException {
        refuses(new byte[0], "lab.ringside:1:1: this file is empty; open a run that Ringside saved");
        refuses(
                utf8("pool: {servers: []}\n"),
                "lab.ringside:1:1: this does not begin as a run does, so it is damaged or none;"
                        + " open a run that Ringside saved");
        refuses(
                zipped(Map.of("word/document.xml", new byte[9])),
                "lab.ringside:1:1: this is a ZIP file, but not a run that Ringside saved; open one with a"
                        + " manifest.yaml");
        refuses(
                zipped(Map.of("manifest.yaml", utf8("name: other\n"))),
                "lab.ringside/manifest.yaml:1:1: this is not the manifest of a run;"
                        + " it should begin with `format: ringside-run`");
    }

    @Test
    void saysThatAFileIsTooNew() {
        var newer = "lab.ringside:1:1: this run was written by a newer Ringside (format 2; this one reads up to 1);"
                + " open it with that one, or a newer one still";
        refuses(saying("manifest.yaml", "version: 1", "version: 2\nmood: new"), newer);
        refuses(zipped(Map.of("manifest.yaml", utf8("version: 2\nformat: ringside-run\n"))), newer);
    }

    @ParameterizedTest
    @CsvSource({
        "manifest.yaml, 64KB of manifest.yaml, 65536",
        "preview.png, 4MB of preview.png, 4194304",
        "scenario.yaml, 4MB of scenario.yaml, 4194304",
        "deeds.txt, 4MB of deeds.txt, 4194304"
    })
    void stopsReadingWhatIsTooLarge(String entry, String what, int most) {
        var entries = entries();
        var before = entry(entries, entry);
        var bytes = Arrays.copyOf(before, 40 << 20);
        Arrays.fill(bytes, before.length, bytes.length, (byte) '\n');
        entries.put(entry, bytes);
        var file = entry.equals("manifest.yaml") ? zipped(entries) : sealed(entries);
        assertThat(file.length).as(what).isLessThan(1 << 20);
        refuses(
                file,
                "lab.ringside:1:1: " + entry + " in this run has more than " + most + " bytes; it should have fewer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../deeds.txt", "/etc/passwd", "deeds.txt/", "DEEDS.TXT", "\u0007"})
    void takesNoEntryByAnotherName(String name) {
        var entries = entries();
        entries.put(name, entry(entries, "deeds.txt"));
        entries.remove("deeds.txt");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> RunFile.read("lab.ringside", sealed(entries)))
                .withMessageContaining(" stands in the place of deeds.txt; get another copy");
    }

    @Test
    void takesNoEntryMoreOrLess() {
        var more = entries();
        more.put("notes.txt", new byte[1]);
        refuses(
                sealed(more),
                "lab.ringside:1:1: this run is damaged: notes.txt is one entry too many; get another copy of it");
        var fewer = entries();
        fewer.remove("deeds.txt");
        refuses(sealed(fewer), "lab.ringside:1:1: this run is damaged: deeds.txt is missing; get another copy of it");
        var swapped = entries();
        swapped.put("deeds.txt", utf8("0s kill A\n"));
        refuses(
                zipped(swapped),
                "lab.ringside:1:1: this run is damaged: deeds.txt is not as it was written; get another copy of it");
    }

    @Test
    void saysWhereAWholeFileMakesNoSense() {
        refuses(
                saying("deeds.txt", "1.5s kill B", "13s kill B"),
                "lab.ringside/deeds.txt:1:1: deeds are in order and within the story, which the one at 13000000000 ns"
                        + " of 12500000000 is not");
        refuses(
                saying("deeds.txt", "kill B", "kill B C"),
                "lab.ringside/deeds.txt:1:13: `C` is one word too many; write `kill SERVER`");
        refuses(
                saying("deeds.txt", "1.5s kill B", "1.5s"),
                "lab.ringside/deeds.txt:1:1: here stands no command; write an instant and a command,"
                        + " such as `12.5s kill A`");
        refuses(
                saying("manifest.yaml", "at: \"7s\"", "at: \"99s\""),
                "lab.ringside/manifest.yaml:1:1: the picture is at 99000000000 ns, and the story ends at 12500000000"
                        + " ns; it should be within");
        refuses(
                saying("manifest.yaml", "layout: flow", "layout: cube"),
                "lab.ringside/manifest.yaml:9:9: `layout` is cube; it should be one of ring, flow, both");
        refuses(
                saying("scenario.yaml", "{uniform: 1000}", "{file: keys.txt}"),
                "lab.ringside/scenario.yaml:6:64: `file` names a file; here the keys themselves should stand,"
                        + " such as {named: [a, b]}");
    }

    @Test
    void decodesNoPictureThatIsTooLarge() {
        var entries = entries();
        var png = entry(entries, "preview.png").clone();
        png[16] = 0x7f;
        entries.put("preview.png", png);
        refuses(
                sealed(entries),
                "lab.ringside/preview.png:1:1: a preview is 1 to 2000 pixels wide and high, not 2130706434×1");
        entries.put("preview.png", new byte[99]);
        refuses(sealed(entries), "lab.ringside/preview.png:1:1: this is no PNG picture");
    }

    @Test
    void countsDeedsAsItReadsThem() {
        var entries = entries();
        entries.put("deeds.txt", utf8("0s kill A\n".repeat(100_001)));
        refuses(
                sealed(entries),
                "lab.ringside/deeds.txt:100001:1: this line is one too many; there are 100000 at most");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| this ends where a number of arrivals should stand",
                "01 00 00 | this ends where the time between two arrivals should stand",
                "c1 84 3d | a number of arrivals that ends at byte 3 is too large; it is 1000000 at most",
                "ff ff ff ff ff ff ff ff ff ff | a number of arrivals that ends at byte 9 is too large; it is 1000000"
                        + " at most",
                "01 00 00 00 02 | an origin that ends at byte 5 is too large; it is 1 at most",
                "01 00 00 00 00 01 | a text that ends at byte 6 is too large; it is 0 at most",
                "01 00 00 00 00 00 ff 7f | the text at byte 8 is beyond the end, or one more than 1000000",
                "00 00 00 07 | 1 bytes are left over at the end"
            })
    void saysWhereArrivalsMakeNoSense(String hex, String what) {
        var bytes = hex == null ? new byte[0] : HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ArrivalColumns.read("x", bytes))
                .withMessage(what);
    }
}
