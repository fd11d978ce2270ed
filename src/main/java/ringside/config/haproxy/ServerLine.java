package ringside.config.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringside.config.proxy.Placed;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.Watch;
import ringside.engine.Member;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.haproxy.Checking;
import ringside.engine.haproxy.Observing;

/** Writes the servers of a pool, one line each. */
final class ServerLine {
    private static final int HEAVIEST = 256;
    private static final int AGENT_PORT = 9999;

    private final Upstream upstream;
    private final Told told;
    private final int heaviest;
    private final Names names = new Names();
    private final Set<Integer> numbers = new HashSet<>();

    private ServerLine(Upstream upstream, Told told) {
        this.upstream = upstream;
        this.told = told;
        this.heaviest = upstream.servers().stream()
                .mapToInt(s -> s.member().weight())
                .max()
                .orElse(1);
    }

    /** The lines. */
    static List<String> all(Upstream upstream, Told told) {
        var line = new ServerLine(upstream, told);
        return Placed.of(upstream).stream().map(line::of).toList();
    }

    private String of(Placed placed) {
        placed.note().ifPresent(told::that);
        var member = placed.server().member();
        var words = new ArrayList<String>();
        words.add("server " + name(member) + " " + placed.address());
        words.addAll(terms(member));
        words.addAll(watched(placed.server().watch()));
        return String.join(" ", words);
    }

    private String name(Member member) {
        var name = names.near(member.id().name());
        if (!name.equals(member.id().name())) {
            told.that("HAProxy has no server called " + member.id() + "; it is called " + name);
        }
        return name;
    }

    private List<String> terms(Member member) {
        var terms = member.terms();
        var words = new ArrayList<String>();
        terms.number().stream()
                .filter(number -> number > 0 && numbers.add(number))
                .forEach(number -> words.add("id " + number));
        int weight = weight(member);
        if (weight != 1) {
            words.add("weight " + weight);
        }
        if (terms.backup()) {
            words.add("backup");
        }
        if (member.standing() == Standing.DOWN) {
            words.add("disabled");
        }
        if (terms.maxConnections() > 0) {
            words.add("maxconn " + terms.maxConnections());
        }
        if (terms.slowStart().compareTo(Duration.ZERO) > 0) {
            words.add("slowstart " + Times.of(terms.slowStart()));
        }
        failures(terms);
        return words;
    }

    private void failures(Terms terms) {
        if (terms.maxFails() > 0) {
            told.that("servers of " + upstream.name()
                    + " are left out for a while after failures of requests (max_fails);"
                    + " in HAProxy that is done by checks, with `check` and `observe`");
        }
    }

    private int weight(Member member) {
        if (member.standing() == Standing.DRAINING) {
            told.that(member.id() + " is leaving; it is written with weight 0, and gets nothing new");
            return 0;
        }
        if (heaviest <= HEAVIEST || member.weight() == 0) {
            return member.weight();
        }
        told.that("weights of " + upstream.name() + " are scaled down: HAProxy's go up to " + HEAVIEST);
        return Math.max(1, Math.round((float) member.weight() * HEAVIEST / heaviest));
    }

    private List<String> watched(Watch watch) {
        var words = new ArrayList<String>();
        watch.checks().ifPresent(checking -> checked(checking, words));
        watch.observing().ifPresent(seen -> {
            words.add("observe layer" + (seen.layer() == Observing.Layer.LAYER4 ? 4 : 7));
            words.add("error-limit " + seen.errorLimit());
            words.add("on-error " + ServerWords.wordFor(seen.onError()));
        });
        if (watch.agent()) {
            told.that("where the agents of " + upstream.name() + " listen is not known; port " + AGENT_PORT
                    + " is written");
            words.add("agent-check agent-port " + AGENT_PORT);
        }
        return words;
    }

    private static void checked(Checking checking, List<String> words) {
        words.add("check inter " + Times.of(checking.inter()));
        checking.fastInter().ifPresent(time -> words.add("fastinter " + Times.of(time)));
        checking.downInter().ifPresent(time -> words.add("downinter " + Times.of(time)));
        words.add("rise " + checking.rise() + " fall " + checking.fall());
    }
}
