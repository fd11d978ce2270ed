package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.view.parts.Controls;
import ringside.view.parts.PolicyBox;
import ringside.world.Branch;
import ringside.world.Comparison;

/** Asks what a story is to be set beside: other branches, or itself by other policies; three in all at most. */
public final class Challenge extends VBox {
    /** What is offered first, in this order. */
    static final List<String> USUAL = List.of(
            "textbook/least-connections",
            "textbook/round-robin",
            "textbook/two-choices",
            "textbook/ring",
            "textbook/random");

    /** What was asked for. */
    public record Answer(List<Branch> branches, List<PolicyChoice> policies) {}

    private final PolicyChoice own;
    private final List<CheckBox> ticks = new ArrayList<>();
    private final List<Branch> branches;
    private final List<PolicyBox> boxes = new ArrayList<>();
    private final VBox rows = new VBox(8, Controls.paragraph(text("compare.challenge"), "muted"));
    private final Button add = Controls.button(text("compare.another"), "link-button", this::add);
    private final Button begin;

    /** Beside a story's own policy and the branches that there are besides; the answer goes to {@code chosen}. */
    public Challenge(PolicyChoice own, List<Branch> branches, Consumer<Answer> chosen) {
        super(12);
        this.own = own;
        this.branches = branches;
        setId("challenge");
        add.setId("another-policy");
        begin = Controls.button(text("compare.begin"), "primary-button", () -> chosen.accept(answer()));
        begin.setId("begin-comparison");
        begin.setDefaultButton(true);
        var foot = new HBox(8, add, Controls.spring(), begin);
        foot.setAlignment(Pos.CENTER_LEFT);
        if (!branches.isEmpty()) {
            getChildren().addAll(Controls.paragraph(text("compare.branches"), "muted"), list());
        }
        Controls.show(rows, false);
        getChildren().addAll(rows, foot);
        if (branches.isEmpty()) {
            add();
        }
        count();
    }

    private Node list() {
        var list = new VBox(8);
        branches.forEach(branch -> {
            var tick = new CheckBox(branch.name());
            tick.setId("branch-" + branch.number());
            tick.setSelected(ticks.isEmpty());
            tick.setOnAction(_ -> count());
            ticks.add(tick);
            list.getChildren().add(tick);
        });
        return list;
    }

    private Answer answer() {
        var ticked = IntStream.range(0, ticks.size())
                .filter(i -> ticks.get(i).isSelected())
                .mapToObj(branches::get)
                .toList();
        return new Answer(ticked, choices());
    }

    /* No more than there is room for, and something at all. */
    private void count() {
        long chosen = ticks.stream().filter(CheckBox::isSelected).count() + boxes.size();
        boolean full = chosen >= Comparison.MOST - 1;
        Controls.show(add, !full);
        add.setText(text(boxes.isEmpty() ? "compare.add" : "compare.another"));
        add.setAccessibleText(add.getText());
        ticks.forEach(tick -> tick.setDisable(full && !tick.isSelected()));
        begin.setDisable(chosen == 0);
    }

    private void add() {
        var box = new PolicyBox(_ -> {});
        box.setId("challenger-" + boxes.size());
        box.follow(next());
        boxes.add(box);
        rows.getChildren().add(box);
        Controls.show(rows, true);
        count();
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
