package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Request;
import ringside.view.Show;
import ringside.view.Texts;
import ringside.view.parts.Controls;
import ringside.world.Narrator;
import ringside.world.Snapshot;

/** A key: where it lies, and whose it is. */
final class KeyPane implements Pane {
    private final Show show;
    private final String key;
    private final Rings rings;
    private final VBox box = new VBox();
    private final WhyTable why;
    private final Narrator narrator = Texts.narrator();
    private final Label sentence = Controls.paragraph("");

    KeyPane(Show show, String key, Rings rings) {
        this.show = show;
        this.key = key;
        this.why = new WhyTable(show.identities());
        this.rings = rings;
        box.getStyleClass().add("pane");
        box.getChildren().addAll(Head.of(show, text("key.title", key)), why, sentence);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Snapshot snapshot) {
        if (show.veiledProperty().get()) {
            why.follow(List.of());
            sentence.setText(text("veil.key"));
            return;
        }
        var choice = snapshot.scenario().policy();
        if (!Policies.keyed(choice)) {
            why.follow(List.of());
            sentence.setText(text("key.not-alone"));
            return;
        }
        var pool = Rings.poolOf(snapshot);
        var policy = rings.policyOf(snapshot);
        var up = Candidates.upIn(pool);
        var pick = pool.members().stream().anyMatch(m -> m.open())
                ? Optional.of(policy.pick(Request.keyed(key), up, Loads.IDLE, Detail.REASONED))
                : Optional.<Pick>empty();
        if (pick.orElse(new Pick.Refused(Pick.Cause.NONE_AVAILABLE)) instanceof Pick.Chosen(var server, var reason)) {
            why.follow(Why.of(reason, server));
            sentence.setText(text("key.because", server, narrator.why(server, reason)));
        } else {
            why.follow(List.of());
            sentence.setText(text("key.nobody"));
        }
    }
}
