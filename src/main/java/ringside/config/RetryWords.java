package ringside.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.RetryShare;

/** When a request that went wrong is tried elsewhere, in a file and in a command. */
final class RetryWords {
    static final Details DETAILS =
            Details.leading("attempts").many("on").one("budget").one("least");

    /** One attempt at each server. */
    private static final String ALL = "all";

    private static final int MOST = 100;
    private static final int MOST_LEAST = 1_000_000;

    private RetryWords() {}

    static RetryRule read(YamlValue value) {
        return DETAILS.of(value).map(RetryWords::rule).orElse(RetryRule.NONE);
    }

    private static RetryRule rule(YamlMap fields) {
        var usual = RetryRule.USUAL;
        int attempts = fields.optional("attempts").map(RetryWords::attempts).orElse(usual.attempts());
        Set<RetryRule.On> on = new HashSet<>(usual.on());
        Set<Integer> statuses = new HashSet<>(usual.statuses());
        fields.optional("on").ifPresent(given -> {
            on.clear();
            given.list().forEach(each -> {
                if (each.isText()) {
                    on.add(RetryRule.On.valueOf(each.oneOf(names()).toUpperCase(Locale.ROOT)));
                } else {
                    statuses.add(each.whole(500, 599));
                }
            });
        });
        var budget = new RetryShare.Limit(
                fields.optional("budget")
                        .map(b -> b.percent(0, 100))
                        .orElse(usual.budget().percent()),
                fields.optional("least")
                        .map(l -> l.whole(0, MOST_LEAST))
                        .orElse(usual.budget().least()));
        return new RetryRule(attempts, on, statuses, budget);
    }

    private static int attempts(YamlValue value) {
        if (!value.isText()) {
            return value.whole(1, MOST);
        }
        if (!value.text().equals(ALL)) {
            throw value.shouldBe("a whole number from 1 to " + MOST + ", or all for as many as there are servers");
        }
        return 0;
    }

    private static String[] names() {
        return Arrays.stream(RetryRule.On.values()).map(RetryWords::name).toArray(String[]::new);
    }

    private static String name(RetryRule.On on) {
        return on.name().toLowerCase(Locale.ROOT);
    }

    static String yaml(RetryRule rule) {
        return rule.equals(RetryRule.NONE) ? "off" : said(rule).yaml();
    }

    static String of(RetryRule rule) {
        return rule.equals(RetryRule.NONE) ? "off" : said(rule).words(DETAILS);
    }

    private static Said said(RetryRule rule) {
        List<String> on = Stream.concat(
                        rule.on().stream().sorted().map(RetryWords::name),
                        rule.statuses().stream().sorted().map(String::valueOf))
                .toList();
        return new Said()
                .with("attempts", rule.attempts() == 0 ? ALL : rule.attempts())
                .list("on", on)
                .with("budget", rule.budget().percent() + "%")
                .with("least", rule.budget().least());
    }
}
