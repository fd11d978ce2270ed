package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Segments;
import ringside.view.parts.Segments.Segment;
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

        private static Kind of(Behaviour behaviour) {
            return switch (behaviour) {
                case Behaviour.Healthy() -> HEALTHY;
                case Behaviour.Slow(double _) -> SLOW;
                case Behaviour.Errors(int _) -> ERRORS;
                case Behaviour.Zombie() -> ZOMBIE;
                case Behaviour.Refusing() -> REFUSING;
                case Behaviour.Crashed() -> CRASHED;
            };
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Segments<Kind> buttons;
    private final Label now = Controls.paragraph("", "muted", "small");

    BehaviourButtons(Show show, ServerId server) {
        super(8);
        buttons = new Segments<Kind>(kind -> show.apply(new Command.SetBehaviour(server, kind.behaviour())))
                .row(row(Kind.HEALTHY, Kind.SLOW, Kind.ERRORS))
                .row(row(Kind.ZOMBIE, Kind.REFUSING, Kind.CRASHED));
        getChildren().addAll(buttons, now);
    }

    private static List<Segment<Kind>> row(Kind... kinds) {
        return Stream.of(kinds)
                .map(k -> new Segment<>(k, "behaviour-" + k.id(), text("behaviour." + k.id())))
                .toList();
    }

    void follow(ServerState state) {
        boolean ours = state.spec().address().isEmpty();
        var behaviour = state.spec().behaviour();
        Controls.show(buttons, ours);
        buttons.follow(Kind.of(behaviour));
        buttons.name(
                Kind.HEALTHY,
                text(behaviour instanceof Behaviour.Healthy ? "behaviour.is-healthy" : "behaviour.healthy"));
        now.setText(ours ? sentence(behaviour) : text("behaviour.yours"));
    }

    private static String sentence(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Healthy() -> text("behaviour.healthy.is");
            case Behaviour.Slow(double times) -> text("behaviour.slow.is", times);
            case Behaviour.Errors(int percent) -> text("behaviour.errors.is", percent);
            case Behaviour.Zombie() -> text("behaviour.zombie.is");
            case Behaviour.Refusing() -> text("behaviour.refusing.is");
            case Behaviour.Crashed() -> text("behaviour.crashed.is");
        };
    }
}
