package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;
import ringside.view.Figures;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** Whether clients are brought back to the server they were at. */
final class StickyPart implements HandlingPart {
    private static final String USUAL_NAME = "SERVER";
    private static final Duration USUAL_EXPIRY = Duration.ofMinutes(30);
    private static final int DAY_SECONDS = 86_400;

    /** By what a client is known again. */
    private enum By {
        NOTHING,
        COOKIE,
        SOURCE
    }

    private final Handlings handlings;
    private final VBox box = new VBox(9);
    private final VBox details = new VBox(7);
    private final Segments<By> by = new Segments<>(chosen -> set(chosen, rule(handling())));
    private final TextField name = new TextField();
    private final Label problem = Controls.paragraph("", "bad", "small");
    private final Numbers expiry = new Numbers(
            1,
            DAY_SECONDS,
            text("handling.sticky.expiry"),
            s -> set(new Stickiness.Source(Duration.ofSeconds(s), rule(handling()))));
    private final Segments<Stick.WhileDraining> draining =
            new Segments<>(rule -> set(by(handling().stickiness()), rule));
    private final Node nameLine;
    private final Node expiryLine = expiry.line();

    StickyPart(Handlings handlings) {
        this.handlings = handlings;
        by.row(Stream.of(By.values())
                .map(b -> new Segments.Segment<>(b, "sticky-" + b, text("handling.sticky." + b)))
                .toList());
        draining.row(Arrays.stream(Stick.WhileDraining.values())
                .map(d -> new Segments.Segment<>(d, "sticky-" + d, text("handling.sticky." + d)))
                .toList());
        name.setId("sticky-name");
        name.setPrefWidth(132);
        name.setAccessibleText(text("handling.sticky.name"));
        name.setOnAction(_ -> rename());
        name.focusedProperty().subscribe(focused -> {
            if (!focused) {
                rename();
            }
        });
        var line = new HBox(
                8, Controls.paragraph(text("handling.sticky.name"), "muted", "small"), Controls.spring(), name);
        line.setAlignment(Pos.CENTER_LEFT);
        nameLine = line;
        Controls.show(problem, false);
        details.getChildren()
                .addAll(
                        nameLine,
                        problem,
                        expiryLine,
                        Controls.label(text("handling.sticky.draining"), "muted", "small"),
                        draining);
        box.getChildren().addAll(by, details);
    }

    private Handling handling() {
        return handlings.now();
    }

    private void rename() {
        if (!(handling().stickiness() instanceof Stickiness.Cookie(var before, var rule))) {
            return;
        }
        var typed = name.getText().strip();
        try {
            if (!typed.equals(before)) {
                set(new Stickiness.Cookie(typed, rule));
            }
            Controls.show(problem, false);
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
            Controls.show(problem, true);
        }
    }

    private void set(By chosen, Stick.WhileDraining rule) {
        var now = handling().stickiness();
        set(
                switch (chosen) {
                    case NOTHING -> Stickiness.NONE;
                    case COOKIE -> new Stickiness.Cookie(name(now), rule);
                    case SOURCE -> new Stickiness.Source(expiry(now), rule);
                });
    }

    private void set(Stickiness stickiness) {
        handlings.change(new HandlingCommand.SetStickiness(stickiness));
    }

    private static By by(Stickiness stickiness) {
        return switch (stickiness) {
            case Stickiness.None _ -> By.NOTHING;
            case Stickiness.Cookie _ -> By.COOKIE;
            case Stickiness.Source _ -> By.SOURCE;
        };
    }

    private static String name(Stickiness stickiness) {
        return stickiness instanceof Stickiness.Cookie(var name, var _) ? name : USUAL_NAME;
    }

    private static Duration expiry(Stickiness stickiness) {
        return stickiness instanceof Stickiness.Source(var expiry, var _) ? expiry : USUAL_EXPIRY;
    }

    private static Stick.WhileDraining rule(Handling handling) {
        return switch (handling.stickiness()) {
            case Stickiness.None _ -> Stick.WhileDraining.STAY;
            case Stickiness.Cookie(var _, var rule) -> rule;
            case Stickiness.Source(var _, var rule) -> rule;
        };
    }

    @Override
    public String key() {
        return "handling.sticky";
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean idle(Handling handling) {
        return handling.layer() == Handling.Layer.TCP && handling.stickiness() instanceof Stickiness.Cookie;
    }

    @Override
    public String summary(Handling handling) {
        return switch (handling.stickiness()) {
            case Stickiness.None() -> text("handling.off");
            case Stickiness.Cookie(var cookie, var _) -> text("handling.sticky.by-cookie", cookie);
            case Stickiness.Source(var time, var _) -> text("handling.sticky.by-source", Figures.duration(time));
        };
    }

    @Override
    public void follow(Scenario scenario) {
        var now = scenario.handling().stickiness();
        by.follow(by(now));
        Controls.show(details, by(now) != By.NOTHING);
        Controls.show(nameLine, by(now) == By.COOKIE);
        Controls.show(expiryLine, by(now) == By.SOURCE);
        if (!name.isFocused() && !problem.isVisible()) {
            name.setText(name(now));
        }
        expiry.follow((int) Math.max(1, expiry(now).toSeconds()));
        draining.follow(rule(scenario.handling()));
    }
}
