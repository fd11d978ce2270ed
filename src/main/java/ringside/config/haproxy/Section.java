package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a file.
 *
 * @param kind what it is about
 * @param header the line that begins it
 * @param lines those that follow
 */
record Section(Kind kind, Line header, List<Line> lines) {
    /** What a section is about. */
    enum Kind {
        GLOBAL,
        DEFAULTS,
        LISTEN,
        FRONTEND,
        BACKEND,
        /** Nothing that is taken over. */
        OTHER;

        /** Whether it takes requests. */
        boolean takes() {
            return this == LISTEN || this == FRONTEND;
        }

        /** Whether it has servers. */
        boolean serves() {
            return this == LISTEN || this == BACKEND;
        }
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("global", Kind.GLOBAL),
            Map.entry("defaults", Kind.DEFAULTS),
            Map.entry("listen", Kind.LISTEN),
            Map.entry("frontend", Kind.FRONTEND),
            Map.entry("backend", Kind.BACKEND),
            Map.entry("cache", Kind.OTHER),
            Map.entry("fcgi-app", Kind.OTHER),
            Map.entry("http-errors", Kind.OTHER),
            Map.entry("log-forward", Kind.OTHER),
            Map.entry("mailers", Kind.OTHER),
            Map.entry("namespace_list", Kind.OTHER),
            Map.entry("peers", Kind.OTHER),
            Map.entry("program", Kind.OTHER),
            Map.entry("resolvers", Kind.OTHER),
            Map.entry("ring", Kind.OTHER),
            Map.entry("userlist", Kind.OTHER));

    Section {
        lines = List.copyOf(lines);
    }

    /** The sections of a file. Directives such as {@code .notice} belong to none and are noted. */
    static List<Section> of(List<Line> lines, Notes notes) {
        var sections = new ArrayList<Section>();
        Optional<Line> header = Optional.empty();
        var body = new ArrayList<Line>();
        for (var line : lines) {
            if (line.keyword().text().startsWith(".")) {
                directive(line, notes);
            } else if (KINDS.containsKey(line.keyword().text())) {
                header.ifPresent(h -> sections.add(begun(h, body)));
                header = Optional.of(line);
                body.clear();
            } else if (header.isEmpty()) {
                throw Args.unknown(line.keyword(), "section", KINDS.keySet());
            } else {
                body.add(line);
            }
        }
        header.ifPresent(h -> sections.add(begun(h, body)));
        return sections;
    }

    private static Section begun(Line header, List<Line> body) {
        return new Section(KINDS.getOrDefault(header.keyword().text(), Kind.OTHER), header, body);
    }

    private static void directive(Line line, Notes notes) {
        switch (line.keyword().text()) {
            case ".notice", ".warning", ".diag" -> notes.leaves(line.keyword());
            default ->
                throw line.keyword()
                        .wrong("is a condition on how HAProxy is started, which is not known here; keep the lines"
                                + " that hold");
        }
    }

    /** Its name. */
    Word name() {
        var args = new Args(header, new Notes());
        var name = args.next("a name");
        if (!Names.fit(name.text())) {
            throw name.wrong("is no name for a section; write " + Names.RULE);
        }
        if (args.took("from")) {
            args.next("the name of a `defaults` section");
        }
        if (!args.done()) {
            throw args.next("").wrong("is one word too many; write addresses on a `bind` line of their own");
        }
        return name;
    }

    /** The `defaults` that it names. */
    Optional<Word> from() {
        var words = header.words();
        int from = words.size() - 2;
        boolean named = from > 0 && words.get(from).text().equals("from");
        return named ? Optional.of(words.getLast()) : Optional.empty();
    }
}
