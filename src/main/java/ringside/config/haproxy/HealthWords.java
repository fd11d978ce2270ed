package ringside.config.haproxy;

import java.util.List;
import ringside.world.Checks;

/** The lines that say what a check of a server is. */
final class HealthWords {
    private static final List<String> RULES =
            List.of("comment", "connect", "disable-on-404", "expect", "send", "send-state", "set-var", "unset-var");
    private static final List<String> MATCHES =
            List.of("status", "rstatus", "string", "rstring", "string-lf", "hdr", "fhdr", "min-recv", "comment");
    private static final String PASSES = "a status from 200 to 399 passes";

    private HealthWords() {}

    /** {@code option httpchk}: a path, or a method and a path and a version. */
    static void httpchk(Args args, Settings settings) {
        settings.check = Checks.Kind.HTTP;
        settings.checkPath = "/";
        if (args.done()) {
            return;
        }
        var first = args.next("a method or a path");
        if (args.done()) {
            path(first, args, settings);
            return;
        }
        method(first, args);
        path(args.next("a path"), args, settings);
        if (!args.done()) {
            var version = args.next("a version");
            if (!version.text().matches("HTTP/1\\.[01]")) {
                args.notes().add(version, "a check is sent as HTTP/1.1 with nothing added");
            }
        }
        args.end();
    }

    private static void method(Word word, Args args) {
        if (!word.text().equals("GET")) {
            args.notes().add(word, "checks ask with GET, not with " + word.shown());
        }
    }

    private static void path(Word word, Args args, Settings settings) {
        if (word.text().startsWith("/")) {
            settings.checkPath = word.text();
        } else {
            args.notes().add(word, word.shown() + " is no path that begins with /; checks ask for /");
        }
    }

    /** {@code http-check}. */
    static void httpCheck(Args args, Settings settings) {
        var rule = args.next("a rule, such as expect");
        switch (rule.text()) {
            case "expect" -> expect(args);
            case "send" -> send(args, settings);
            default -> {
                var name = rule.text().replaceFirst("-fmt(\\(.*)?$|\\(.*$", "");
                if (!RULES.contains(name)) {
                    throw args.unknown("rule of a check", RULES);
                }
                args.notes().add(rule, "`http-check " + rule.text() + "` is not taken over");
            }
        }
    }

    private static void expect(Args args) {
        var word = args.next("what is expected, such as status 200");
        if (word.text().equals("!")) {
            word = args.next("what is not expected");
        }
        var match = word.text().replaceFirst("^!", "");
        if (!MATCHES.contains(match) && !match.matches("(tout|ok|error|on)-.*")) {
            throw args.unknown("part of an answer to expect", MATCHES);
        }
        args.notes().add(word, "what is expected of a check is not taken over: " + PASSES);
        if (match.equals("status")) {
            statuses(args.next("a status, such as 200 or 200-399"));
        } else {
            args.value("a value");
        }
    }

    private static void statuses(Word word) {
        for (var range : word.text().split(",", -1)) {
            if (!range.matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
                throw word.wrong("is no list of statuses; write one such as 200-299,301");
            }
            var bounds = range.split("-", 2);
            if (Integer.parseInt(bounds[0]) > Integer.parseInt(bounds[bounds.length - 1])) {
                throw word.wrong("has a range that ends before it begins; write the smaller status first");
            }
        }
    }

    private static void send(Args args, Settings settings) {
        while (!args.done()) {
            var word = args.value("a word");
            switch (word.text()) {
                case "meth" -> method(args.next("a method"), args);
                case "uri" -> path(args.next("a path"), args, settings);
                case "ver", "body", "uri-lf", "body-lf", "comment" -> {
                    args.value("a value");
                    args.notes().leaves(word);
                }
                case "hdr" -> {
                    args.value("a header's name");
                    args.value("a header's value");
                    args.notes().leaves(word);
                }
                default ->
                    throw args.unknown(
                            "word for what a check sends", List.of("meth", "uri", "ver", "hdr", "body", "comment"));
            }
        }
    }
}
