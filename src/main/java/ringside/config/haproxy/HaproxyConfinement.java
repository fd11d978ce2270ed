package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringside.config.Reach;
import ringside.config.proxy.Confined;

/** Makes of sections that somebody wrote a configuration that HAProxy may be started with here. */
public final class HaproxyConfinement {
    /*
     * As for nginx, nothing passes that was not looked at: sections, lines and words are of a few kinds, and the file is
     * written anew from what was understood. What is added tells which server answered, and what every proxy here begins
     * with.
     */
    private static final List<String> BASE = List.of("global", "    maxconn 256", "    nbthread 1", "defaults");
    private static final List<String> USUAL = List.of(
            "    mode http",
            "    timeout connect 2s",
            "    timeout client 30s",
            "    timeout server 10s",
            "    timeout http-request 10s");
    private static final String TAG =
            "    http-after-response set-header " + Confined.UPSTREAM + " %[bc_dst]:%[bc_dst_port] if { srv_id gt 0 }";

    private static final Set<String> LINES = Set.of(
            "acl",
            "balance",
            "bind",
            "default-server",
            "default_backend",
            "disabled",
            "hash-balance-factor",
            "hash-type",
            "http-check",
            "mode",
            "option",
            "retries",
            "server",
            "timeout",
            "use_backend");
    private static final Set<String> OPTIONS = Set.of(
            "allbackups", "forwardfor", "http-keep-alive", "http-server-close", "httpchk", "httpclose", "redispatch");
    private static final Set<String> SERVER_WORDS = Set.of(
            "backup",
            "check",
            "disabled",
            "downinter",
            "error-limit",
            "fall",
            "fastinter",
            "inter",
            "layer4",
            "layer7",
            "maxconn",
            "observe",
            "on-error",
            "rise",
            "slowstart",
            "weight");
    private static final Pattern FIGURE = Pattern.compile("[0-9]+(us|ms|s|m)?");
    private static final Pattern CRITERION = Pattern.compile(
            "(path|hdr|method|url_param)(_beg|_end|_sub|_dir|_dom|_reg)?(\\([A-Za-z0-9_-]+(,[0-9]+)?\\))?");
    private static final Pattern BIND =
            Pattern.compile("(?:\\*|localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})?:([0-9]{1,5})");

    private final IntUnaryOperator ports;
    private final List<String> text = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private HaproxyConfinement(IntUnaryOperator ports) {
        this.ports = ports;
    }

    /**
     * Confines a configuration.
     *
     * @param name the name of the file that it comes from, for messages
     * @param written its sections; without {@code global}
     * @param ports where to listen instead of each port that it names
     * @throws ringside.config.BadInput when HAProxy would not take it, or it reaches further than it may
     */
    public static Confined confine(String name, String written, IntUnaryOperator ports) {
        HaproxyCfg.read(name, written);
        var confined = new HaproxyConfinement(ports);
        BASE.forEach(confined::add);
        USUAL.forEach(confined::add);
        Section.of(Lexer.lines(name, written), new Notes()).forEach(confined::section);
        var file = confined.text.stream().collect(Collectors.joining("\n", "", "\n"));
        return new Confined(Map.of("haproxy.cfg", file), "haproxy.cfg", "haproxy.cfg", name, confined.lines);
    }

    private void add(String line) {
        text.add(line);
        lines.add(0);
    }

    private void section(Section section) {
        var header = section.header();
        if (section.kind() == Section.Kind.GLOBAL || section.kind() == Section.Kind.OTHER) {
            throw header.keyword().wrong("is not among the sections that are started here; leave it out");
        }
        write(header, words(header));
        if (section.kind() == Section.Kind.DEFAULTS) {
            USUAL.forEach(this::add);
        }
        if (section.kind().serves()) {
            add(TAG);
        }
        section.lines().forEach(line -> write(line, line(line)));
    }

    private void write(Line line, List<String> words) {
        text.add("    " + words.stream().map(Escaped::word).collect(Collectors.joining(" ")));
        lines.add(line.keyword().place().line());
    }

    private static List<String> words(Line line) {
        for (var word : line.words()) {
            var text = word.text();
            boolean flag = text.startsWith("-") && !Set.of("-i", "-m").contains(text);
            if (word.variable() || text.contains("%[") || flag) {
                throw word.wrong("is not among what is started here; leave it out");
            }
        }
        return line.words().stream().map(Word::text).toList();
    }

    private List<String> line(Line line) {
        var words = words(line);
        if (!LINES.contains(line.keyword().text())) {
            throw line.keyword().wrong("is not among the lines that are started here; leave it out");
        }
        return switch (line.keyword().text()) {
            case "bind" -> bind(line);
            case "server" -> server(line);
            case "mode" -> only(line, 1, Set.of("http"));
            case "option" -> only(line, 1, OPTIONS);
            case "default-server" -> figures(line, 1);
            case "http-check" -> only(line, 1, Set.of("expect"));
            case "acl" -> acl(line);
            case "use_backend" -> useBackend(line);
            default -> words;
        };
    }

    private static List<String> only(Line line, int at, Set<String> known) {
        if (line.words().size() > at && !known.contains(line.words().get(at).text())) {
            throw line.words()
                    .get(at)
                    .wrong("is not among what is started here; there is "
                            + known.stream().sorted().collect(Collectors.joining(", ")));
        }
        return words(line);
    }

    private List<String> bind(Line line) {
        var word = line.words().get(1);
        var address = BIND.matcher(word.text());
        if (!address.matches() || line.words().size() > 2) {
            throw word.wrong("would listen beyond this machine's loopback, or otherwise than here; write a port, such"
                    + " as bind :8080");
        }
        return List.of("bind", "127.0.0.1:" + ports.applyAsInt(Integer.parseInt(address.group(1))));
    }

    private static List<String> server(Line line) {
        var word = line.words().get(2);
        try {
            Reach.THIS_MACHINE.check(word.text());
        } catch (IllegalArgumentException _) {
            throw word.wrong("does not lead to this machine's loopback; write an address such as 127.0.0.1:8081");
        }
        return figures(line, 3);
    }

    private static List<String> figures(Line line, int from) {
        for (var word : line.words().subList(from, line.words().size())) {
            if (!SERVER_WORDS.contains(word.text())
                    && !FIGURE.matcher(word.text()).matches()) {
                throw word.wrong("is not among the words for servers that are started here; leave it out");
            }
        }
        return words(line);
    }

    private static List<String> acl(Line line) {
        criterion(line.words().get(2));
        return words(line);
    }

    private static List<String> useBackend(Line line) {
        for (int i = 0; i + 1 < line.words().size(); i++) {
            if (line.words().get(i).text().equals("{")) {
                criterion(line.words().get(i + 1));
            }
        }
        return words(line);
    }

    private static void criterion(Word word) {
        if (!CRITERION.matcher(word.text()).matches()) {
            throw word.wrong("is not among the conditions that are started here; write one such as path_beg");
        }
    }
}
