package ringside.config.nginx;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.Nearest;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.Member;
import ringside.engine.Standing;
import ringside.engine.Terms;

/** Turns a {@code server} line of an upstream into a server. */
final class ServerLine {
    private static final List<String> PARAMETERS =
            List.of("weight=", "max_fails=", "fail_timeout=", "max_conns=", "backup", "down");

    private final Notes notes;
    private final ServerNames names;
    private final Word address;
    private final Map<String, Word> given = new HashMap<>();

    private ServerLine(Directive line, Notes notes, ServerNames names) {
        this.notes = notes;
        this.names = names;
        this.address = line.argument(0);
        for (var word : line.arguments().subList(1, line.arguments().size())) {
            take(word);
        }
    }

    /**
     * Reads a line.
     *
     * @param port the port when the address has none; 0 when it must have one
     * @throws BadInput when nginx would not take it
     */
    static UpstreamServer read(Directive line, int port, Notes notes, ServerNames names) {
        return new ServerLine(line, notes, names).server(port);
    }

    /** Whether a line makes its server a backup. */
    static Optional<Word> backup(Directive line) {
        return line.arguments().stream()
                .skip(1)
                .filter(word -> word.text().equals("backup"))
                .findFirst();
    }

    private UpstreamServer server(int port) {
        var where = given.containsKey("service=") ? address.text() : Endpoint.read(address, address.text(), port);
        var id = names.idOf(address.text());
        var terms = Terms.STANDARD
                .failing(whole("max_fails=", 0, Integer.MAX_VALUE, 1), seconds("fail_timeout=", Duration.ofSeconds(10)))
                .limitedTo(whole("max_conns=", 0, Integer.MAX_VALUE, 0));
        if (!id.name().equals(address.text())) {
            terms = terms.writtenAs(address.text());
        }
        if (given.containsKey("backup")) {
            terms = terms.asBackup();
        }
        var standing = given.containsKey("down")
                ? Standing.DOWN
                : given.containsKey("drain") ? Standing.DRAINING : Standing.UP;
        var member = new Member(id, whole("weight=", 1, Member.MAX_WEIGHT, 1), standing, terms);
        return new UpstreamServer(member, Optional.of(where), Watch.NONE);
    }

    private void take(Word word) {
        var text = word.text();
        var name = text.substring(0, text.indexOf('=') + 1);
        switch (name.isEmpty() ? text : name) {
            case "weight=", "max_fails=", "fail_timeout=", "max_conns=", "backup", "down" -> {}
            case "drain" ->
                notes.add(word, "is taken as: it gets no new requests; nginx has it in its commercial version");
            case "resolve", "service=", "route=", "slow_start=" ->
                notes.add(word, "is not taken over; nginx has it in its commercial version or in later ones");
            default ->
                throw word.wrong("is no parameter of a server, or a ; is missing before it"
                        + Nearest.hint(name.isEmpty() ? text : name, PARAMETERS));
        }
        if (given.put(name.isEmpty() ? text : name, word) != null) {
            notes.add(word, "says again what was said before on this line; the last one counts, as in nginx");
        }
    }

    private int whole(String name, int least, int most, int usual) {
        return Optional.ofNullable(given.get(name))
                .map(word -> Numbers.whole(word, name.replace("=", ""), value(word), least, most))
                .orElse(usual);
    }

    private Duration seconds(String name, Duration usual) {
        return Optional.ofNullable(given.get(name))
                .map(word -> NginxTime.inSeconds(value(word))
                        .orElseThrow(() -> word.wrong(
                                "is no time in whole seconds; write one such as " + name + "10s or " + name + "1m30s")))
                .orElse(usual);
    }

    private static String value(Word word) {
        return word.text().substring(word.text().indexOf('=') + 1);
    }
}
