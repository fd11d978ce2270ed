package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.RetryShare;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** When a request that went wrong is tried at another server. */
final class RetryPart implements HandlingPart {
    private static final int USUAL_ATTEMPTS = 3;
    private static final List<Integer> STATUSES = List.of(502, 503, 504);

    /** How many attempts there are. */
    private enum Attempts {
        ONE,
        EACH,
        SOME
    }

    private final Handlings handlings;
    private final VBox box = new VBox(9);
    private final VBox details = new VBox(7);
    private final Segments<Attempts> attempts = new Segments<>(this::choose);
    private final Numbers most =
            new Numbers(2, 100, text("handling.retries.most"), n -> set(n, rule().on(), rule().statuses()));
    private final Map<RetryRule.On, CheckBox> on = new EnumMap<>(RetryRule.On.class);
    private final Map<Integer, CheckBox> statuses = new TreeMap<>();
    private final Numbers budget = new Numbers(
            0,
            100,
            text("handling.retries.budget"),
            n -> budget(n, rule().budget().least()));
    private final Numbers least = new Numbers(
            0,
            1_000_000,
            text("handling.retries.least"),
            n -> budget(rule().budget().percent(), n));
    private final Node mostLine = most.line();

    RetryPart(Handlings handlings) {
        this.handlings = handlings;
        attempts.row(Stream.of(Attempts.values())
                .map(a -> new Segments.Segment<>(a, "retries-" + a, text("handling.retries." + a)))
                .toList());
        details.getChildren().addAll(mostLine, Controls.label(text("handling.retries.on"), "muted", "small"));
        for (var each : RetryRule.On.values()) {
            var box = check("retries-on-" + each, text("handling.retries.on." + each), chosen -> on(each, chosen));
            on.put(each, box);
            details.getChildren().add(box);
        }
        for (int status : STATUSES) {
            statuses.put(
                    status, check("retries-on-" + status, Integer.toString(status), chosen -> status(status, chosen)));
        }
        var row = new HBox(14);
        row.getChildren().addAll(statuses.values());
        details.getChildren().addAll(row, budget.line(), least.line());
        box.getChildren().addAll(attempts, details);
    }

    private static CheckBox check(String id, String words, Consumer<Boolean> chosen) {
        var box = new CheckBox(words);
        box.setId(id);
        box.setAccessibleText(words);
        box.getStyleClass().add("small");
        box.setOnAction(_ -> chosen.accept(box.isSelected()));
        return box;
    }

    private RetryRule rule() {
        return handlings.now().retries();
    }

    private static Attempts attempts(RetryRule rule) {
        return switch (rule.attempts()) {
            case 0 -> Attempts.EACH;
            case 1 -> Attempts.ONE;
            default -> Attempts.SOME;
        };
    }

    private void choose(Attempts chosen) {
        var from = attempts(rule()) == Attempts.ONE ? RetryRule.USUAL : rule();
        switch (chosen) {
            case ONE -> set(RetryRule.NONE);
            case EACH -> set(new RetryRule(0, from.on(), from.statuses(), from.budget()));
            case SOME -> set(new RetryRule(USUAL_ATTEMPTS, from.on(), from.statuses(), from.budget()));
        }
    }

    private void on(RetryRule.On what, boolean chosen) {
        set(rule().attempts(), changed(rule().on(), what, chosen), rule().statuses());
    }

    private void status(int status, boolean chosen) {
        set(rule().attempts(), rule().on(), changed(rule().statuses(), status, chosen));
    }

    private static <T> Set<T> changed(Set<T> before, T what, boolean in) {
        var after = new HashSet<>(before);
        if (in) {
            after.add(what);
        } else {
            after.remove(what);
        }
        return after;
    }

    private void set(int most, Set<RetryRule.On> those, Set<Integer> answers) {
        set(new RetryRule(most, those, answers, rule().budget()));
    }

    private void budget(int percent, int atLeast) {
        set(new RetryRule(rule().attempts(), rule().on(), rule().statuses(), new RetryShare.Limit(percent, atLeast)));
    }

    private void set(RetryRule rule) {
        handlings.change(new HandlingCommand.SetRetries(rule));
    }

    @Override
    public String key() {
        return "handling.retries";
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public String summary(Handling handling) {
        var rule = handling.retries();
        return attempts(rule) == Attempts.SOME
                ? text("handling.retries.at-most", rule.attempts())
                : text("handling.retries." + attempts(rule) + ".summary");
    }

    @Override
    public void follow(Scenario scenario) {
        var rule = scenario.handling().retries();
        attempts.follow(attempts(rule));
        Controls.show(details, attempts(rule) != Attempts.ONE);
        Controls.show(mostLine, attempts(rule) == Attempts.SOME);
        most.follow(Math.max(2, rule.attempts()));
        on.forEach((what, box) -> box.setSelected(rule.on().contains(what)));
        statuses.forEach((status, box) -> box.setSelected(rule.statuses().contains(status)));
        budget.follow(rule.budget().percent());
        least.follow(rule.budget().least());
    }
}
