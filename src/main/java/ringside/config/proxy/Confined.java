package ringside.config.proxy;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration such as a proxy may be started with on this machine: it listens on loopback only, sends to loopback
 * only, and touches nothing outside of the folder that its files are written into.
 *
 * @param files the text of each file, by its name
 * @param main the name of the file that the proxy is started with
 * @param written the name of the one among them that holds what somebody wrote
 * @param name what the writer knows that file as
 * @param lines for each of its lines the line in what was written, counted from 1; 0 for one that was added
 */
public record Confined(Map<String, String> files, String main, String written, String name, List<Integer> lines) {
    /** The header field of an answer that says which server gave it, as {@code host:port}. */
    public static final String UPSTREAM = "X-Upstream";

    public Confined {
        files = Map.copyOf(files);
        lines = List.copyOf(lines);
    }

    /** What the proxy complains of, with the places in what was written. */
    public String told(String complaint) {
        var place = Pattern.compile("[^\\s\\[\\]]*" + Pattern.quote(written) + ":([0-9]{1,9})");
        return place.matcher(complaint)
                .replaceAll(found -> Matcher.quoteReplacement(name + placed(Integer.parseInt(found.group(1)))));
    }

    private String placed(int line) {
        int from = line >= 1 && line <= lines.size() ? lines.get(line - 1) : 0;
        return from == 0 ? "" : ":" + from;
    }
}
