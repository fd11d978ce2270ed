import java.nio.file.Files;
import java.nio.file.Path;

/** Writes where the JDK that runs this is, for the launcher to find it again. */
final class RecordJdk {
    private RecordJdk() {}

    public static void main(String[] args) throws Exception {
        Files.writeString(Path.of(args[0]), System.getProperty("java.home") + "\n");
    }
}
