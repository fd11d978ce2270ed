package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ringside.engine.guard.Capacity;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** How many requests may be in hand at once. */
final class CapacityPart implements HandlingPart {
    private static final Capacity USUAL = new Capacity(100, 50, Duration.ofSeconds(1));
    private static final int LIMIT = 1_000_000;

    private final Handlings handlings;
    private final VBox box = new VBox(9);
    private final Segments<Boolean> bounded;
    private final Numbers most = new Numbers(
            1,
            LIMIT,
            text("handling.capacity.most"),
            n -> set(new Capacity(n, capacity().queue(), capacity().patience())));
    private final Numbers queue = new Numbers(
            0,
            LIMIT,
            text("handling.capacity.queue"),
            n -> set(new Capacity(capacity().most(), n, capacity().patience())));
    private final Numbers patience = new Numbers(
            1,
            3_600_000,
            text("handling.capacity.patience"),
            ms -> set(new Capacity(capacity().most(), capacity().queue(), Duration.ofMillis(ms))));
    private final VBox details = new VBox(7, most.line(), queue.line(), patience.line());

    CapacityPart(Handlings handlings) {
        this.handlings = handlings;
        bounded = new Segments<>(
                on -> handlings.change(new HandlingCommand.SetCapacity(on ? Optional.of(USUAL) : Optional.empty())));
        bounded.row(List.of(
                new Segments.Segment<>(false, "capacity-off", text("handling.capacity.any")),
                new Segments.Segment<>(true, "capacity-on", text("handling.capacity.bounded"))));
        box.getChildren().addAll(bounded, details);
    }

    private Capacity capacity() {
        return handlings.now().capacity().orElse(USUAL);
    }

    private void set(Capacity capacity) {
        handlings.change(new HandlingCommand.SetCapacity(Optional.of(capacity)));
    }

    @Override
    public String key() {
        return "handling.capacity";
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public String summary(Handling handling) {
        return handling.capacity()
                .map(capacity -> text("handling.capacity.at-most", capacity.most()))
                .orElseGet(() -> text("handling.off"));
    }

    @Override
    public void follow(Scenario scenario) {
        var given = scenario.handling().capacity();
        var capacity = given.orElse(USUAL);
        bounded.follow(given.isPresent());
        Controls.show(details, given.isPresent());
        most.follow(capacity.most());
        queue.follow(capacity.queue());
        patience.follow((int) capacity.patience().toMillis());
    }
}
