package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.ServerState;

/** What a server of ours can be made to do. */
final class BehaviourButtons extends VBox {
    private static final Map<String, Behaviour> CHOICES = new LinkedHashMap<>();

    static {
        CHOICES.put("healthy", Behaviour.HEALTHY);
        CHOICES.put("slow", new Behaviour.Slow(5));
        CHOICES.put("errors", new Behaviour.Errors(30));
        CHOICES.put("zombie", new Behaviour.Zombie());
        CHOICES.put("refusing", new Behaviour.Refusing());
        CHOICES.put("crashed", new Behaviour.Crashed());
    }

    private final FlowPane buttons = new FlowPane(6, 6);
    private final Map<Behaviour, Button> byBehaviour = new LinkedHashMap<>();
    private final Label now = Controls.paragraph("", "muted", "small");

    BehaviourButtons(Show show, ServerId server) {
        super(8);
        CHOICES.forEach((name, behaviour) -> {
            var button = Controls.button(
                    text("behaviour." + name),
                    "chip",
                    () -> show.apply(new Command.SetBehaviour(server, behaviour)));
            button.setId("behaviour-" + name);
            byBehaviour.put(behaviour, button);
            buttons.getChildren().add(button);
        });
        getChildren().addAll(buttons, now);
    }

    void follow(ServerState state) {
        boolean ours = state.spec().address().isEmpty();
        var behaviour = state.spec().behaviour();
        Controls.show(buttons, ours);
        byBehaviour.forEach((b, button) ->
                Controls.style(button, "chosen", b.getClass().equals(behaviour.getClass())));
        var recover = (Button) buttons.getChildren().getFirst();
        recover.setText(text(behaviour instanceof Behaviour.Healthy ? "behaviour.is-healthy" : "behaviour.healthy"));
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
