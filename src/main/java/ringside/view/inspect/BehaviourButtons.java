package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Segments;
import ringside.view.parts.Segments.Segment;
import ringside.view.parts.Trouble;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.ServerState;

/** What a server of ours can be made to do. */
final class BehaviourButtons extends VBox {
    private enum Kind {
        HEALTHY,
        SLOW,
        ERRORS,
        ZOMBIE,
        REFUSING,
        CRASHED;

        private Behaviour behaviour() {
            return switch (this) {
                case HEALTHY -> Behaviour.HEALTHY;
                case SLOW -> new Behaviour.Slow(5);
                case ERRORS -> new Behaviour.Errors(30);
                case ZOMBIE -> new Behaviour.Zombie();
                case REFUSING -> new Behaviour.Refusing();
                case CRASHED -> new Behaviour.Crashed();
            };
        }

        private static Optional<Kind> of(Behaviour behaviour) {
            return Stream.of(values())
                    .filter(kind -> kind.behaviour().getClass() == behaviour.getClass())
                    .findFirst();
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Segments<Optional<Kind>> buttons;
    private final MenuButton more = new MenuButton();
    private final Label now = Controls.paragraph("", "muted", "small");

    BehaviourButtons(Show show, ServerId server) {
        super(8);
        Consumer<Behaviour> behave = behaviour -> show.apply(new Command.SetBehaviour(server, behaviour));
        buttons = new Segments<Optional<Kind>>(kind -> kind.ifPresent(k -> behave.accept(k.behaviour())))
                .row(row(Kind.HEALTHY, Kind.SLOW, Kind.ERRORS))
                .row(row(Kind.ZOMBIE, Kind.REFUSING, Kind.CRASHED));
        more.setId("behaviour-more");
        more.getStyleClass().add("chip");
        more.setMaxWidth(Double.MAX_VALUE);
        for (var trouble : Trouble.values()) {
            var item = new MenuItem(text("behaviour." + trouble.id()));
            item.setId("behaviour-" + trouble.id());
            item.setOnAction(_ -> behave.accept(trouble.behaviour()));
            more.getItems().add(item);
        }
        getChildren().addAll(buttons, more, now);
    }

    private static List<Segment<Optional<Kind>>> row(Kind... kinds) {
        return Stream.of(kinds)
                .map(k -> new Segment<>(Optional.of(k), "behaviour-" + k.id(), text("behaviour." + k.id())))
                .toList();
    }

    void follow(ServerState state) {
        boolean ours = state.spec().address().isEmpty();
        var behaviour = state.spec().behaviour();
        Controls.show(buttons, ours);
        buttons.follow(Kind.of(behaviour));
        buttons.name(
                Optional.of(Kind.HEALTHY),
                text(behaviour instanceof Behaviour.Healthy ? "behaviour.is-healthy" : "behaviour.healthy"));
        Controls.show(more, ours);
        followMore(Trouble.of(behaviour));
        now.setText(ours ? sentence(behaviour) : text("behaviour.yours"));
    }

    private void followMore(Optional<Trouble> trouble) {
        var words = trouble.map(t -> text("behaviour." + t.id())).orElse(text("behaviour.more"));
        if (!words.equals(more.getText())) {
            more.setText(words);
            more.setAccessibleText(words);
            more.getStyleClass().remove("chosen");
            trouble.ifPresent(_ -> more.getStyleClass().add("chosen"));
        }
    }

    private static String sentence(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Healthy() -> text("behaviour.healthy.is");
            case Behaviour.Slow(double times) -> text("behaviour.slow.is", times);
            case Behaviour.Errors(int percent) -> text("behaviour.errors.is", percent);
            case Behaviour.Zombie() -> text("behaviour.zombie.is");
            case Behaviour.Refusing() -> text("behaviour.refusing.is");
            case Behaviour.Crashed() -> text("behaviour.crashed.is");
            case Behaviour.Frozen() -> text("behaviour.frozen.is");
            case Behaviour.Resetting() -> text("behaviour.resetting.is");
            case Behaviour.Truncating() -> text("behaviour.truncating.is");
            case Behaviour.Miscounting(int by) ->
                text(by > 0 ? "behaviour.miscounting.more" : "behaviour.miscounting.fewer", Math.abs(by));
            case Behaviour.EndlessHead() -> text("behaviour.endless-head.is");
            case Behaviour.Flapping(var up, var down) ->
                text("behaviour.flapping.is", Figures.duration(up), Figures.duration(down));
            case Behaviour.Warming(var over) -> text("behaviour.warming.is", Figures.duration(over));
            case Behaviour.Trickling(var gap) -> text("behaviour.trickling.is", Figures.duration(gap));
        };
    }
}
