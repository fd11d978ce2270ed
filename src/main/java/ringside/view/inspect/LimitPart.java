package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.view.Figures;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** How many requests may pass. */
final class LimitPart implements HandlingPart {
    private static final int MOST = 1000;
    private static final RateLimit USUAL =
            new RateLimit(RateLimit.Kind.TOKEN_BUCKET, Rate.perSecond(10), 10, RateLimit.Scope.EVERYBODY);

    private final Handlings handlings;
    private final VBox box = new VBox(9);
    private final Segments<Optional<RateLimit.Scope>> scopes = new Segments<>(this::choose);
    private final Numbers count = new Numbers(
            1,
            MOST,
            text("handling.limit.count"),
            n -> rate(new Rate(n, limit().rate().per())));
    private final Segments<Duration> periods =
            new Segments<>(per -> rate(new Rate(limit().rate().count(), per)));
    private final ComboBox<RateLimit.Kind> kinds = new ComboBox<>();
    private final Numbers burst = new Numbers(0, MOST, text("handling.limit.burst"), this::burst);
    private final Numbers waiting = new Numbers(0, MOST, text("handling.limit.waiting"), this::burst);
    private final Node burstLine = burst.line();
    private final Node waitingLine = waiting.line();
    private final VBox details = new VBox(7);
    private boolean following;

    LimitPart(Handlings handlings) {
        this.handlings = handlings;
        scopes.row(Stream.<Optional<RateLimit.Scope>>of(
                        Optional.empty(), Optional.of(RateLimit.Scope.EVERYBODY), Optional.of(RateLimit.Scope.CLIENT))
                .map(s -> new Segments.Segment<>(s, "limit-" + name(s), text("handling.limit." + name(s))))
                .toList());
        periods.row(List.of(
                new Segments.Segment<>(Duration.ofSeconds(1), "limit-second", text("handling.limit.second")),
                new Segments.Segment<>(Duration.ofMinutes(1), "limit-minute", text("handling.limit.minute")),
                new Segments.Segment<>(Duration.ofHours(1), "limit-hour", text("handling.limit.hour"))));
        kinds.setId("limit-kind");
        kinds.getItems().setAll(RateLimit.Kind.values());
        kinds.setConverter(new Names());
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.setAccessibleText(text("handling.limit.kind"));
        kinds.valueProperty().subscribe(kind -> {
            if (!following && kind != null) {
                set(kind, limit().rate(), limit().burst());
            }
        });
        details.getChildren().addAll(count.line(), periods, kinds, burstLine, waitingLine);
        box.getChildren().addAll(scopes, details);
    }

    private static String name(Optional<RateLimit.Scope> scope) {
        return scope.map(Enum::name).orElse("NONE");
    }

    private RateLimit limit() {
        return handlings.now().rateLimit().orElse(USUAL);
    }

    private void choose(Optional<RateLimit.Scope> scope) {
        var now = limit();
        set(scope.map(s -> new RateLimit(now.kind(), now.rate(), now.burst(), s)));
    }

    private void rate(Rate rate) {
        set(limit().kind(), rate, limit().burst());
    }

    private void burst(int most) {
        set(limit().kind(), limit().rate(), most);
    }

    /** Limits so, with as large a burst as the kind of limit can have. */
    private void set(RateLimit.Kind kind, Rate rate, int wanted) {
        int most = switch (kind) {
            case TOKEN_BUCKET -> Math.max(1, wanted);
            case LEAKY_BUCKET -> wanted;
            case FIXED_WINDOW, SLIDING_LOG, SLIDING_WINDOW -> 0;
        };
        set(Optional.of(new RateLimit(kind, rate, most, limit().scope())));
    }

    private void set(Optional<RateLimit> limit) {
        handlings.change(new HandlingCommand.SetRateLimit(limit));
    }

    @Override
    public String key() {
        return "handling.limit";
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public String summary(Handling handling) {
        return handling.rateLimit()
                .map(limit -> text(
                        "handling.limit.summary." + limit.scope(),
                        limit.rate().count(),
                        Figures.duration(limit.rate().per())))
                .orElseGet(() -> text("handling.off"));
    }

    @Override
    public void follow(Scenario scenario) {
        var given = scenario.handling().rateLimit();
        var limit = given.orElse(USUAL);
        scopes.follow(given.map(RateLimit::scope));
        Controls.show(details, given.isPresent());
        count.follow(limit.rate().count());
        periods.follow(limit.rate().per());
        following = true;
        kinds.setValue(limit.kind());
        following = false;
        Controls.show(burstLine, limit.kind() == RateLimit.Kind.TOKEN_BUCKET);
        Controls.show(waitingLine, limit.kind() == RateLimit.Kind.LEAKY_BUCKET);
        burst.follow(limit.burst());
        waiting.follow(limit.burst());
    }

    private static final class Names extends StringConverter<RateLimit.Kind> {
        @Override
        public String toString(RateLimit.Kind kind) {
            return kind == null ? "" : text("handling.limit." + kind);
        }

        @Override
        public RateLimit.Kind fromString(String name) {
            throw new UnsupportedOperationException("kinds are chosen, not typed");
        }
    }
}
