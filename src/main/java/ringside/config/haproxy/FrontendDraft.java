package ringside.config.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.config.proxy.PathRoute.Match;

/** Where a proxy takes requests and where it sends them, as it is read. */
final class FrontendDraft {
    private static final int MOST_PORTS = 100;
    private static final int MOST_RULES = 1000;
    private static final int MOST_TESTS = 10 * MOST_RULES;

    /** Conditions that HAProxy brings along. */
    private static final Set<String> BROUGHT_ALONG = Set.of(
            "FALSE",
            "HTTP",
            "HTTP_1.0",
            "HTTP_1.1",
            "HTTP_2.0",
            "HTTP_CONTENT",
            "HTTP_URL_ABS",
            "HTTP_URL_SLASH",
            "HTTP_URL_STAR",
            "LOCALHOST",
            "METH_CONNECT",
            "METH_DELETE",
            "METH_GET",
            "METH_HEAD",
            "METH_OPTIONS",
            "METH_POST",
            "METH_PUT",
            "METH_TRACE",
            "RDP_COOKIE",
            "REQ_CONTENT",
            "TRUE",
            "WAIT_END");

    /**
     * A comparison of paths.
     *
     * @param match how
     * @param path with what
     */
    record Test(Match match, String path) {
        /** Whatever the path. */
        static final Test ANY = new Test(Match.PREFIX, "/");

        /** Whether every path that passes another passes this one. */
        boolean covers(Test other) {
            return match == Match.PREFIX
                    ? other.path.startsWith(path)
                    : other.match == Match.EXACT && other.path.equals(path);
        }
    }

    /**
     * A rule that sends requests to a backend.
     *
     * @param test when
     * @param backend its name, at its place
     */
    record Rule(Test test, Word backend) {}

    private final List<String> binds = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Word> targets = new ArrayList<>();
    private final Map<String, List<Test>> named = new HashMap<>();
    private final Map<String, Boolean> understood = new HashMap<>();
    private final Notes notes;
    private int asked;

    FrontendDraft(Notes notes) {
        this.notes = notes;
    }

    /** Where it listens. */
    List<String> binds() {
        return binds;
    }

    /** Where it sends what, in order; of each request the first that fits counts. */
    List<Rule> rules() {
        return rules;
    }

    /** The names of all sections that it sends to, by rules that were left out too. */
    List<Word> targets() {
        return targets;
    }

    /** {@code default_backend}. */
    void defaultBackend(Word backend) {
        targets.add(backend);
        add(Test.ANY, backend);
    }

    /** {@code bind}. */
    void bind(Args args) {
        var word = args.next("an address, such as 127.0.0.1:8080");
        for (var address : word.text().split(",", -1)) {
            if (!address.isEmpty()) {
                Endpoint.of(word, address).ifPresentOrElse(this::listen, () -> notes.leaves(word));
            }
        }
        while (!args.done()) {
            var option = args.next("a keyword");
            if (Keywords.BIND_VALUES.contains(option.text())) {
                args.value("a value");
            } else if (!Keywords.BIND_WORDS.contains(option.text())) {
                throw Args.unknown(option, "word for `bind`", Keywords.all(Keywords.BIND_VALUES, Keywords.BIND_WORDS));
            }
            notes.leaves(option);
        }
        args.finish();
    }

    private void listen(Endpoint endpoint) {
        var ports = endpoint.port().split("-", 2);
        int first = endpoint.number(ports[0]);
        int last = ports.length == 1 ? first : endpoint.number(ports[1]);
        if (last < first) {
            throw endpoint.word().wrong("has a range of ports that ends before it begins; write the smaller one first");
        }
        if (last - first >= MOST_PORTS) {
            notes.add(endpoint.word(), "of this many ports the first " + MOST_PORTS + " are taken over");
        }
        var host = endpoint.host().isEmpty() ? "*" : endpoint.host();
        for (int port = first; port <= Math.min(last, first + MOST_PORTS - 1); port++) {
            binds.add(host + ":" + port);
        }
    }

    /** {@code acl}: a condition with a name; two of one name are one that either fulfils. */
    void acl(Args args) {
        var name = args.next("a name and a condition");
        if (!Names.fit(name.text()) || name.text().equals("or")) {
            throw name.wrong("is no name for a condition; write " + Names.RULE);
        }
        var tests = tests(args, args.value("a condition, such as path_beg /api"));
        if (tests.isEmpty()) {
            notes.add(name, name.shown() + " is not about a path alone; rules with it are left out");
        }
        understood.merge(name.text(), !tests.isEmpty(), Boolean::logicalAnd);
        named.computeIfAbsent(name.text(), _ -> new ArrayList<>()).addAll(tests);
    }

    /** The tests of a condition up to its end or a brace; none when it is not about paths alone. */
    private static List<Test> tests(Args args, Word criterion) {
        var match = switch (criterion.text()) {
            case "path" -> Optional.of(Match.EXACT);
            case "path_beg" -> Optional.of(Match.PREFIX);
            default -> Optional.<Match>empty();
        };
        var tests = new ArrayList<Test>();
        boolean plain = match.isPresent();
        while (!args.done() && !args.sees("}")) {
            var value = args.value("a value");
            plain &= !value.text().startsWith("-") && !value.variable();
            match.map(how -> new Test(how, value.text())).ifPresent(tests::add);
        }
        return plain ? tests : List.of();
    }

    /** {@code use_backend}. */
    void useBackend(Args args) {
        var backend = args.next("a backend's name");
        if (backend.text().startsWith("%[")) {
            notes.add(backend, "this rule is left out: a name is taken as it is written, and not worked out");
            return;
        }
        targets.add(backend);
        if (args.done()) {
            add(Test.ANY, backend);
            return;
        }
        var kind = args.next("if or unless");
        if (!List.of("if", "unless").contains(kind.text())) {
            throw args.unknown("word that may follow a backend", List.of("if", "unless"));
        }
        var tests = alternatives(args);
        if (tests.isEmpty() || kind.text().equals("unless")) {
            notes.add(backend, "this rule is left out: only conditions on a path alone are taken over");
        } else {
            tests.get().forEach(test -> add(test, backend));
        }
    }

    /** The tests of which one must pass; empty when the condition is more than that. */
    private Optional<List<Test>> alternatives(Args args) {
        var tests = new ArrayList<Test>();
        boolean plain = true;
        boolean joined = false;
        while (!args.done()) {
            var word = args.value("a condition");
            boolean or = word.text().equals("or") || word.text().equals("||");
            if (!or) {
                var term = term(args, word);
                plain &= !joined && !term.isEmpty();
                tests.addAll(term);
            }
            joined = !or;
        }
        return plain && !tests.isEmpty() ? Optional.of(tests) : Optional.empty();
    }

    /** One condition, named or between braces; no tests when it is not about paths alone. */
    private List<Test> term(Args args, Word word) {
        boolean negated = word.text().startsWith("!");
        var name = word.text().replaceFirst("^!+", "");
        if (name.isEmpty()) {
            term(args, args.value("a condition"));
            return List.of();
        }
        var tests = name.equals("{") ? unnamed(args, word) : named(name, word);
        return negated ? List.of() : tests;
    }

    private static List<Test> unnamed(Args args, Word brace) {
        var tests = tests(args, args.value("a condition"));
        if (!args.took("}")) {
            throw brace.wrong("is not closed; add } as a word of its own");
        }
        return tests;
    }

    private List<Test> named(String name, Word word) {
        if (name.equals("TRUE")) {
            return List.of(Test.ANY);
        }
        if (!understood.containsKey(name) && !BROUGHT_ALONG.contains(name)) {
            throw word.wrong("is no condition; write an `acl` line with this name before this one");
        }
        return understood.getOrDefault(name, false) ? named.getOrDefault(name, List.of()) : List.of();
    }

    /** Adds a rule, unless one before it takes all that it could. */
    void add(Test test, Word backend) {
        if (++asked > MOST_TESTS || rules.size() == MOST_RULES) {
            throw backend.wrong("is one rule too many; there are at most " + MOST_RULES);
        }
        if (rules.stream().anyMatch(rule -> rule.test().covers(test))) {
            notes.add(
                    backend, "this rule is never asked: one before it takes every path that " + test.path() + " names");
        } else {
            rules.add(new Rule(test, backend));
        }
    }
}
