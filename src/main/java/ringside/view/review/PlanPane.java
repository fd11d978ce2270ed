package ringside.view.review;

import static ringside.view.Texts.text;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import ringside.lesson.review.Plan;
import ringside.lesson.review.Scheduler;
import ringside.view.parts.Controls;

/** How much shall be remembered and how many cards are new each day, and what that costs. */
public final class PlanPane extends VBox {
    private final Slider retention =
            new Slider(Math.round(100 * Scheduler.LEAST_RETENTION), Math.round(100 * Scheduler.MOST_RETENTION), 90);
    private final Spinner<Integer> fresh = new Spinner<>(0, Plan.MOST_FRESH, 10);
    private final Label aim = Controls.label("", "strong");
    private final Label cost = Controls.paragraph("", "muted", "small");

    /** What is planned, and who is told when that changes. */
    public PlanPane(Plan plan, Consumer<Plan> changed) {
        super(10);
        retention.setId("plan-retention");
        retention.setAccessibleText(text("plan.retention"));
        retention.setBlockIncrement(1);
        retention.setMajorTickUnit(1);
        retention.setMinorTickCount(0);
        retention.setSnapToTicks(true);
        retention.setValue(Math.rint(plan.retention() * 100));
        fresh.setId("plan-fresh");
        fresh.getEditor().setAccessibleText(text("plan.fresh"));
        fresh.getValueFactory().setValue(plan.freshADay());
        fresh.setPrefWidth(90);
        getChildren()
                .addAll(
                        Controls.apart(Controls.label(text("plan.retention")), aim),
                        retention,
                        cost,
                        Controls.apart(Controls.label(text("plan.fresh")), fresh));
        retention.valueProperty().subscribe(() -> tell(changed));
        fresh.valueProperty().subscribe(() -> tell(changed));
        tell(_ -> {});
    }

    private void tell(Consumer<Plan> changed) {
        var plan = new Plan(Math.round(retention.getValue()) / 100.0, fresh.getValue());
        aim.setText(text("plan.percent", Math.round(retention.getValue())));
        cost.setText(text("plan.cost", Math.round(plan.effort() * 100)));
        changed.accept(plan);
    }
}
