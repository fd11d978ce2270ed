package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** How servers are checked, and how long a request may wait. */
final class ChecksSection implements WorldPane.Section {
    private static final int HOUR_MILLIS = 3_600_000;

    private final Show show;
    private final VBox box = new VBox(9);
    private final VBox figures = new VBox(6);
    private final Segments<Checks.Kind> kinds = new Segments<>(kind -> change(checks().of(kind)));
    private final Numbers every = millis("checks.every", 10, (c, to) -> with(c, to, c.timeout()));
    private final Numbers timeout = millis("checks.timeout", 1, (c, to) -> with(c, c.every(), to));
    private final Numbers rise = number("checks.rise", (c, to) -> counting(c, to, c.fall()));
    private final Numbers fall = number("checks.fall", (c, to) -> counting(c, c.rise(), to));
    private final Numbers patience;

    ChecksSection(Show show) {
        this.show = show;
        patience = new Numbers(
                1,
                HOUR_MILLIS,
                text("world.timeout"),
                to -> show.apply(new HandlingCommand.SetTimeout(Duration.ofMillis(to))));
        kinds.row(Stream.of(Checks.Kind.values())
                .map(k -> new Segments.Segment<>(k, "checks-" + k, text("checks." + k)))
                .toList());
        figures.getChildren().addAll(every.line(), timeout.line(), fall.line(), rise.line());
        box.getChildren()
                .addAll(Controls.section(text("world.checks")), kinds, figures, Controls.rule(), patience.line());
        VBox.setMargin(box.getChildren().get(3), new Insets(4, 0, 4, 0));
    }

    private Numbers millis(String key, int least, BiFunction<Checks, Duration, Checks> change) {
        IntConsumer set = to -> change(change.apply(checks(), Duration.ofMillis(to)));
        return new Numbers(least, HOUR_MILLIS, text(key), set);
    }

    private Numbers number(String key, BiFunction<Checks, Integer, Checks> change) {
        return new Numbers(1, 100, text(key), to -> change(change.apply(checks(), to)));
    }

    private Checks checks() {
        return show.scenario().checks();
    }

    private void change(Checks to) {
        show.apply(new Command.SetChecks(to));
    }

    private static Checks with(Checks c, Duration every, Duration timeout) {
        return new Checks(c.kind(), c.path(), every, timeout, c.rise(), c.fall());
    }

    private static Checks counting(Checks c, int rise, int fall) {
        return new Checks(c.kind(), c.path(), c.every(), c.timeout(), rise, fall);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Scenario scenario) {
        var now = scenario.checks();
        kinds.follow(now.kind());
        Controls.show(figures, now.kind() != Checks.Kind.NONE);
        every.follow((int) now.every().toMillis());
        timeout.follow((int) now.timeout().toMillis());
        rise.follow(now.rise());
        fall.follow(now.fall());
        patience.follow((int) scenario.timeout().toMillis());
    }
}
