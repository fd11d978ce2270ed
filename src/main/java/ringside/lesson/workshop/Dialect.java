package ringside.lesson.workshop;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import ringside.config.haproxy.HaproxyCfg;
import ringside.config.haproxy.HaproxyConfinement;
import ringside.config.nginx.NginxConf;
import ringside.config.nginx.NginxConfinement;
import ringside.config.proxy.Confined;
import ringside.config.proxy.ProxySetup;

/** The language that a configuration is written in. */
public enum Dialect {
    /** nginx's, within its {@code http} block. */
    NGINX("nginx", "shop.conf") {
        @Override
        public ProxySetup read(String text) {
            return NginxConf.readSite(file(), text);
        }

        @Override
        public Confined confine(String text, IntUnaryOperator ports) {
            return NginxConfinement.confine(file(), text, ports);
        }

        @Override
        int depth(String line, int depth) {
            return line.startsWith("}") ? depth - 1 : depth;
        }

        @Override
        int after(String line, int depth) {
            return line.endsWith("{") ? depth + 1 : depth;
        }
    },
    /** HAProxy's, without its {@code global} section. */
    HAPROXY("HAProxy", "haproxy.cfg") {
        @Override
        public ProxySetup read(String text) {
            return HaproxyCfg.read(file(), ended(text));
        }

        @Override
        public Confined confine(String text, IntUnaryOperator ports) {
            return HaproxyConfinement.confine(file(), ended(text), ports);
        }

        @Override
        int depth(String line, int depth) {
            return SECTION.matcher(line).matches() ? 0 : depth;
        }

        @Override
        int after(String line, int depth) {
            return 1;
        }
    };

    private static final Pattern SECTION = Pattern.compile("(frontend|backend|listen|defaults)\\b.*");
    private static final String INDENT = "    ";

    private final String title;
    private final String file;

    Dialect(String title, String file) {
        this.title = title;
        this.file = file;
    }

    /** What the program is called. */
    public String title() {
        return title;
    }

    /** What the configuration's file is called. */
    public String file() {
        return file;
    }

    /** What a text means. @throws ringside.config.BadInput when the program would not take it */
    public abstract ProxySetup read(String text);

    /**
     * A configuration that the program may be started with.
     *
     * @param ports where to listen instead of each port that the text names
     * @throws ringside.config.BadInput when the program would not take it, or it reaches further than it may
     */
    public abstract Confined confine(String text, IntUnaryOperator ports);

    /** How deep a line is indented where lines around it are so deep. */
    abstract int depth(String line, int depth);

    /** How deep the next line is, after one that is so deep. */
    abstract int after(String line, int depth);

    /** Lines, some of which may have several in them, as they are usually indented. */
    public String laidOut(List<String> pieces) {
        var text = new StringBuilder();
        int depth = 0;
        for (var line :
                pieces.stream().flatMap(String::lines).map(String::strip).toList()) {
            depth = Math.max(0, depth(line, depth));
            text.append(INDENT.repeat(depth)).append(line).append('\n');
            depth = after(line, depth);
        }
        return text.toString();
    }

    private static String ended(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
