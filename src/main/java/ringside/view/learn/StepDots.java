package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import ringside.lesson.LessonRun;
import ringside.view.parts.Controls;

/** A dot for each step; those that were reached can be opened again. */
final class StepDots extends HBox {
    private final LessonRun run;

    StepDots(LessonRun run, IntConsumer open) {
        super(0);
        this.run = run;
        getStyleClass().add("step-dots");
        setAlignment(Pos.CENTER_RIGHT);
        for (var step : run.lesson().steps()) {
            var dot = Controls.button("", "step-dot", () -> open.accept(step.number()));
            dot.setId("step-" + step.number());
            dot.setGraphic(mark());
            dot.setTooltip(new Tooltip(step.number() + " · " + step.title()));
            getChildren().add(dot);
        }
    }

    private static Region mark() {
        var mark = new Region();
        mark.getStyleClass().add("mark");
        return mark;
    }

    /** Shows how far the lesson was taken. */
    void follow() {
        for (var step : run.lesson().steps()) {
            var dot = (Button) getChildren().get(step.number() - 1);
            boolean here = step.number() == run.step().number();
            boolean reached = step.number() <= run.position();
            dot.setDisable(!reached);
            Controls.style(dot, "here", here);
            Controls.style(dot, "done", reached && !here);
            var key = here ? "lesson.dot.here" : reached ? "lesson.dot.done" : "lesson.dot.ahead";
            dot.setAccessibleText(text(key, step.number(), step.title()));
        }
    }
}
