package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.Tripping;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** When a server that fails is let alone for a while. */
final class BreakerPart implements HandlingPart {
    private static final Tripping.InARow USUAL_ROW = new Tripping.InARow(5);
    private static final Tripping.Share USUAL_SHARE = new Tripping.Share(50, 10, 20);
    private static final CircuitBreaker.Rules USUAL = new CircuitBreaker.Rules(USUAL_ROW, Duration.ofSeconds(10), 1);

    /** What opens a breaker. */
    private enum Opens {
        NEVER,
        ROW,
        SHARE
    }

    private final Handlings handlings;
    private final VBox box = new VBox(9);
    private final VBox details = new VBox(7);
    private final Segments<Opens> opens = new Segments<>(this::choose);
    private final Numbers row =
            new Numbers(1, Tripping.MOST, text("handling.breaker.failures"), n -> trip(new Tripping.InARow(n)));
    private final Numbers percent = new Numbers(
            1,
            100,
            text("handling.breaker.percent"),
            n -> trip(new Tripping.Share(n, share().atLeast(), share().window())));
    private final Numbers window = new Numbers(
            1,
            Tripping.MOST,
            text("handling.breaker.window"),
            n -> trip(new Tripping.Share(share().percent(), Math.min(n, share().atLeast()), n)));
    private final Numbers open = new Numbers(
            1,
            3_600_000,
            text("handling.breaker.open"),
            ms -> set(rules().tripping(), Duration.ofMillis(ms), rules().trials()));
    private final Numbers trials = new Numbers(
            1, Tripping.MOST, text("handling.breaker.trials"), n -> set(rules().tripping(), rules().openFor(), n));
    private final Node rowLine = row.line();
    private final VBox shareLines = new VBox(7, percent.line(), window.line());

    BreakerPart(Handlings handlings) {
        this.handlings = handlings;
        opens.row(Stream.of(Opens.values())
                .map(o -> new Segments.Segment<>(o, "breaker-" + o, text("handling.breaker." + o)))
                .toList());
        details.getChildren().addAll(rowLine, shareLines, open.line(), trials.line());
        box.getChildren().addAll(opens, details);
    }

    private CircuitBreaker.Rules rules() {
        return handlings.now().breaker().orElse(USUAL);
    }

    private Tripping.Share share() {
        return share(rules());
    }

    private static Tripping.Share share(CircuitBreaker.Rules rules) {
        return rules.tripping() instanceof Tripping.Share share ? share : USUAL_SHARE;
    }

    private void choose(Opens chosen) {
        switch (chosen) {
            case NEVER -> handlings.change(new HandlingCommand.SetBreaker(Optional.empty()));
            case ROW -> trip(USUAL_ROW);
            case SHARE -> trip(USUAL_SHARE);
        }
    }

    private void trip(Tripping tripping) {
        set(tripping, rules().openFor(), rules().trials());
    }

    private void set(Tripping tripping, Duration openFor, int tries) {
        var rules = new CircuitBreaker.Rules(tripping, openFor, tries);
        handlings.change(new HandlingCommand.SetBreaker(Optional.of(rules)));
    }

    private static Opens opens(Optional<CircuitBreaker.Rules> rules) {
        return rules.map(r -> r.tripping() instanceof Tripping.InARow ? Opens.ROW : Opens.SHARE)
                .orElse(Opens.NEVER);
    }

    @Override
    public String key() {
        return "handling.breaker";
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public String summary(Handling handling) {
        return handling.breaker()
                .map(rules -> switch (rules.tripping()) {
                    case Tripping.InARow(int failures) -> text("handling.in-a-row", failures);
                    case Tripping.Share(int part, int _, int of) -> text("handling.breaker.of", part, of);
                })
                .orElseGet(() -> text("handling.off"));
    }

    @Override
    public void follow(Scenario scenario) {
        var breaker = scenario.handling().breaker();
        var rules = breaker.orElse(USUAL);
        opens.follow(opens(breaker));
        Controls.show(details, breaker.isPresent());
        Controls.show(rowLine, opens(breaker) == Opens.ROW);
        Controls.show(shareLines, opens(breaker) == Opens.SHARE);
        row.follow(rules.tripping() instanceof Tripping.InARow(int failures) ? failures : USUAL_ROW.failures());
        percent.follow(share(rules).percent());
        window.follow(share(rules).window());
        open.follow((int) rules.openFor().toMillis());
        trials.follow(rules.trials());
    }
}
