package ringside.config.haproxy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ringside.world.Checks;

/** The lines that a proxy may inherit from its {@code defaults}. */
final class SharedWords {
    private static final Set<String> SERVING =
            Set.of("balance", "hash-balance-factor", "hash-type", "http-check", "retries");
    private static final Set<String> SERVING_OPTIONS = Set.of("allbackups", "httpchk", "redispatch", "tcp-check");
    private static final Set<String> SERVING_TIMES = Set.of("connect", "check");

    private final Section.Kind kind;
    private final Settings settings;
    private final Notes notes;

    /** Those of a section, which add to settings. */
    SharedWords(Section.Kind kind, Settings settings, Notes notes) {
        this.kind = kind;
        this.settings = settings;
        this.notes = notes;
    }

    /** Reads a line. */
    void read(Line line) {
        var word = line.keyword();
        var args = new Args(line, notes);
        if (kind == Section.Kind.FRONTEND && idle(line)) {
            notes.add(
                    word,
                    line.words()
                                    .get(args.done() || SERVING.contains(word.text()) ? 0 : 1)
                                    .shown() + " does nothing in a frontend; write it where the servers are");
            return;
        }
        switch (word.text()) {
            case "mode" -> mode(args);
            case "balance" -> Balance.balance(args, settings);
            case "hash-type" -> Balance.hashType(args, settings);
            case "hash-balance-factor" -> Balance.factor(args, settings);
            case "retries" -> {
                settings.retries = args.whole("a number of retries", 0, Integer.MAX_VALUE - 1);
                args.end();
            }
            case "default-server" -> defaultServer(args);
            case "default_backend" -> defaultBackend(args);
            case "option" -> option(args);
            case "no", "default" -> negated(word, args);
            case "http-check" -> HealthWords.httpCheck(args, settings);
            case "timeout" -> timeout(args);
            default -> other(word);
        }
    }

    /** Whether a line says something of servers, which a frontend has none of. */
    private static boolean idle(Line line) {
        var second = line.words().size() > 1 ? line.words().get(1).text() : "";
        return SERVING.contains(line.keyword().text())
                || (line.is("option") && SERVING_OPTIONS.contains(second))
                || (line.is("timeout") && SERVING_TIMES.contains(second));
    }

    private void other(Word word) {
        if (Keywords.TAKEN.contains(word.text())) {
            throw word.wrong("does not belong into this section; move it to one of the servers or of the requests");
        }
        if (!Keywords.LINES.contains(word.text())) {
            throw Args.unknown(word, "keyword", Keywords.all(Keywords.LINES, Keywords.TAKEN));
        }
        notes.leaves(word);
    }

    private void mode(Args args) {
        settings.http = switch (args.next("http or tcp").text()) {
            case "http" -> true;
            case "tcp" -> false;
            default -> throw args.unknown("mode", List.of("http", "tcp"));
        };
        args.end();
    }

    private void defaultServer(Args args) {
        if (kind == Section.Kind.FRONTEND) {
            throw args.last().wrong("does not belong into a frontend; write it in a `backend` or `listen` section");
        }
        ServerWords.read(args, settings.server(), settings);
        if (settings.server().number.isPresent()) {
            settings.server().number = OptionalInt.empty();
            notes.add(args.last(), "an id is for one server alone; it is not taken over from `default-server`");
        }
    }

    private void defaultBackend(Args args) {
        var name = args.next("a backend's name");
        args.end();
        if (kind == Section.Kind.BACKEND) {
            notes.add(name, "`default_backend` does nothing in a backend");
        } else {
            settings.defaultBackend = Optional.of(name);
        }
    }

    private void option(Args args) {
        var word = args.next("the name of an option");
        switch (word.text()) {
            case "redispatch" -> {
                settings.redispatch =
                        args.done() ? -1 : args.whole("a number of retries", -Integer.MAX_VALUE, Integer.MAX_VALUE);
                args.finish();
            }
            case "allbackups" -> {
                args.end();
                settings.allBackups = true;
            }
            case "httpchk" -> HealthWords.httpchk(args, settings);
            case "tcp-check" -> {
                args.end();
                settings.check = Checks.Kind.TCP;
            }
            default -> otherOption(word);
        }
    }

    private void otherOption(Word word) {
        var name = word.text();
        if (Keywords.CHECKS.contains(name)) {
            settings.check = Checks.Kind.TCP;
            notes.add(word, word.shown() + " is not taken over; a check makes a connection and no more");
        } else if (Keywords.SWITCHES.contains(name) || Keywords.OPTIONS.contains(name)) {
            notes.leaves(word);
        } else {
            throw Args.unknown(
                    word,
                    "option",
                    Keywords.all(Keywords.SWITCHES, Keywords.OPTIONS, Keywords.CHECKS, SERVING_OPTIONS));
        }
    }

    /** {@code no option …}: of what is taken over, two options can be switched off. */
    private void negated(Word prefix, Args args) {
        var what = args.next("`option` and the name of one");
        if (what.text().equals("log") && prefix.text().equals("no")) {
            notes.leaves(what);
            return;
        }
        if (!what.text().equals("option")) {
            throw what.wrong("cannot be switched off; `" + prefix.text() + "` is for options");
        }
        var option = args.next("the name of an option");
        switch (option.text()) {
            case "redispatch" -> settings.redispatch = 0;
            case "allbackups" -> {
                args.end();
                settings.allBackups = false;
            }
            default -> {
                if (!Keywords.SWITCHES.contains(option.text())) {
                    throw option.wrong("is no option that can be switched off; take out `" + prefix.text() + "`");
                }
                notes.leaves(option);
            }
        }
    }

    private void timeout(Args args) {
        var which = args.next("the name of a timeout, such as connect");
        switch (which.text()) {
            case "connect" -> settings.connectTimeout = Optional.of(args.time()).filter(time -> !time.isZero());
            case "check" -> settings.checkTimeout = Optional.of(args.time()).filter(time -> !time.isZero());
            default -> {
                if (!Keywords.TIMEOUTS.contains(which.text())) {
                    throw Args.unknown(which, "timeout", Keywords.all(Keywords.TIMEOUTS, SERVING_TIMES));
                }
                notes.add(which, "`timeout " + which.text() + "` is not taken over");
                args.time();
            }
        }
        args.end();
    }
}
