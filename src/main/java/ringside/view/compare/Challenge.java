package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.view.parts.Controls;
import ringside.view.parts.PolicyBox;
import ringside.world.Comparison;

/** Asks by which other policies a story is to be told, one to three. */
public final class Challenge extends VBox {
    /** What is offered first, in this order. */
    static final List<String> USUAL = List.of(
            "textbook/least-connections",
            "textbook/round-robin",
            "textbook/two-choices",
            "textbook/ring",
            "textbook/random");

    private final PolicyChoice own;
    private final List<PolicyBox> boxes = new ArrayList<>();
    private final VBox rows = new VBox(8);
    private final Button add = Controls.button(text("compare.another"), "link-button", this::add);

    /** Beside a story's own policy; the choice goes to {@code chosen}. */
    public Challenge(PolicyChoice own, Consumer<List<PolicyChoice>> chosen) {
        super(12);
        this.own = own;
        setId("challenge");
        add.setId("another-policy");
        var begin = Controls.button(text("compare.begin"), "primary-button", () -> chosen.accept(choices()));
        begin.setId("begin-comparison");
        begin.setDefaultButton(true);
        var foot = new HBox(8, add, Controls.spring(), begin);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Controls.paragraph(text("compare.challenge"), "muted"), rows, foot);
        add();
    }

    private void add() {
        var box = new PolicyBox(_ -> {});
        box.setId("challenger-" + boxes.size());
        box.follow(next());
        boxes.add(box);
        rows.getChildren().add(box);
        Controls.show(add, boxes.size() < Comparison.MOST - 1);
    }

    private PolicyChoice next() {
        var taken = new ArrayList<>(choices());
        taken.add(own);
        return USUAL.stream()
                .filter(id -> taken.stream().noneMatch(t -> t.id().equals(id)))
                .findFirst()
                .map(PolicyChoice::of)
                .orElse(own);
    }

    private List<PolicyChoice> choices() {
        return boxes.stream()
                .map(box -> Optional.<Policies.Entry>ofNullable(box.getValue()))
                .flatMap(Optional::stream)
                .map(entry -> PolicyChoice.of(entry.id()))
                .toList();
    }
}
