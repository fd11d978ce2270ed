package ringside.config.nginx;

import java.nio.file.Path;
import ringside.config.BadInput;
import ringside.config.TextFile;
import ringside.config.proxy.Export;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;

/**
 * nginx's configuration files, as nginx 1.22 has them.
 *
 * <p>Read as data: no name is looked up, nothing is run, and addresses may be anywhere. What has a part in choosing a server
 * is taken over; anything else that stands in the file becomes a note with its place.
 */
public final class NginxConf {
    /** The longest configuration that is read, in characters, included files counted. */
    public static final int LONGEST = 4 * 1024 * 1024;

    private NginxConf() {}

    /**
     * Reads a file, and the files of its folder that it includes.
     *
     * @throws BadInput when it cannot be read, or nginx would not take it
     */
    public static ProxySetup read(Path file) {
        var name = file.toString();
        var folder = file.toAbsolutePath().normalize().getParent();
        return read(name, TextFile.read(file, name, LONGEST), folder == null ? Includes.NONE : Includes.within(folder));
    }

    /**
     * Reads a text, and nothing that it includes.
     *
     * @param name the name of the file that it comes from, for messages
     * @throws BadInput when nginx would not take it
     */
    public static ProxySetup read(String name, String text) {
        return read(name, text, Includes.NONE);
    }

    /**
     * Reads a text, and what it includes.
     *
     * @param name the name of the file that it comes from, for messages
     * @param includes where included files come from
     * @throws BadInput when nginx would not take it
     */
    public static ProxySetup read(String name, String text, Includes includes) {
        var notes = new Notes();
        return SetupReader.read(new Parser(includes, notes).file(name, text), notes);
    }

    /**
     * Reads what stands within the {@code http} block, as files in nginx's {@code conf.d} have it, and nothing that it
     * includes.
     *
     * @param name the name of the file that it comes from, for messages
     * @throws BadInput when nginx would not take it there
     */
    public static ProxySetup readSite(String name, String text) {
        var notes = new Notes();
        return SetupReader.readSite(new Parser(Includes.NONE, notes).file(name, text), notes);
    }

    /**
     * Writes a whole configuration that leads everything that comes to 127.0.0.1:8080 to one pool, in any family's policy.
     *
     * @return the text, and what nginx has no words for
     */
    public static Export write(Upstream upstream) {
        return NginxWriter.write(NginxWriter.only(upstream));
    }

    /**
     * Writes a whole configuration of all pools and of what leads to them. Without listeners, 127.0.0.1:8080 leads to the
     * first pool, and to others by their names as the path.
     *
     * @return the text, and what nginx has no words for
     */
    public static Export write(ProxySetup setup) {
        return NginxWriter.write(setup);
    }
}
