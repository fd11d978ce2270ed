package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ringside.engine.member.Ejector;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** When a server that fails is taken out of the pool. */
final class EjectionPart implements HandlingPart {
    private static final Ejector.Rules USUAL = new Ejector.Rules(3, Duration.ofSeconds(10), 50);

    private final Handlings handlings;
    private final VBox box = new VBox(9);
    private final Segments<Boolean> ejects;
    private final Numbers failures = new Numbers(
            1,
            1000,
            text("handling.ejection.failures"),
            n -> set(new Ejector.Rules(n, rules().time(), rules().mostPercent())));
    private final Numbers time = new Numbers(
            1,
            3_600_000,
            text("handling.ejection.time"),
            ms -> set(new Ejector.Rules(rules().failures(), Duration.ofMillis(ms), rules().mostPercent())));
    private final Numbers most = new Numbers(
            0, 100, text("handling.ejection.most"), n -> set(new Ejector.Rules(rules().failures(), rules().time(), n)));
    private final VBox details = new VBox(7, failures.line(), time.line(), most.line());

    EjectionPart(Handlings handlings) {
        this.handlings = handlings;
        ejects = new Segments<>(
                on -> handlings.change(new HandlingCommand.SetEjection(on ? Optional.of(USUAL) : Optional.empty())));
        ejects.row(List.of(
                new Segments.Segment<>(false, "ejection-off", text("handling.ejection.never")),
                new Segments.Segment<>(true, "ejection-on", text("handling.ejection.row"))));
        box.getChildren().addAll(ejects, details);
    }

    private Ejector.Rules rules() {
        return handlings.now().ejection().orElse(USUAL);
    }

    private void set(Ejector.Rules rules) {
        handlings.change(new HandlingCommand.SetEjection(Optional.of(rules)));
    }

    @Override
    public String key() {
        return "handling.ejection";
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public String summary(Handling handling) {
        return handling.ejection()
                .map(rules -> text("handling.in-a-row", rules.failures()))
                .orElseGet(() -> text("handling.off"));
    }

    @Override
    public void follow(Scenario scenario) {
        var ejection = scenario.handling().ejection();
        var rules = ejection.orElse(USUAL);
        ejects.follow(ejection.isPresent());
        Controls.show(details, ejection.isPresent());
        failures.follow(rules.failures());
        time.follow((int) rules.time().toMillis());
        most.follow(rules.mostPercent());
    }
}
