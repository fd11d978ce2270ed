package ringside.view.learn;

import static ringside.view.Texts.text;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.lesson.Block;
import ringside.view.parts.Controls;

/** Something to do, ticked when the world shows that it is done. */
final class TaskRow extends HBox {
    TaskRow(Playing playing, Block.Task task, Runnable solve) {
        super(10);
        var run = playing.run();
        getStyleClass().add("task");
        var done = run.done(task);
        var tick = new StackPane();
        tick.getStyleClass().add("task-box");
        done.ifPresent(_ -> tick.getChildren().add(new FontIcon(Feather.CHECK)));
        Controls.style(this, "done", done.isPresent());
        var what = run.fill(task.text());
        var words = new VBox(4, Controls.paragraph(what, "task-text"));
        done.ifPresent(said -> words.getChildren().add(Controls.paragraph(said, "small", "good")));
        if (done.isEmpty() && playing.turn(task)) {
            addHelp(words, task, solve);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setMargin(tick, new Insets(1, 0, 0, 0));
        getChildren().addAll(tick, words);
        Controls.spoken(this, AccessibleRole.TEXT, text(done.isPresent() ? "task.done" : "task.open", what));
    }

    private static void addHelp(VBox words, Block.Task task, Runnable solve) {
        var hint = Controls.paragraph(task.hint().orElse(""), "muted", "small");
        Controls.show(hint, false);
        var links = new HBox(10);
        task.hint()
                .ifPresent(_ ->
                        links.getChildren().add(link("task.hint", () -> Controls.show(hint, !hint.isVisible()))));
        if (!task.solution().isEmpty()) {
            links.getChildren().add(link("task.solve", solve));
        }
        words.getChildren().addAll(hint, links);
    }

    private static Hyperlink link(String key, Runnable action) {
        var link = new Hyperlink(text(key));
        link.getStyleClass().add("small");
        link.setId(key.replace('.', '-'));
        link.setAccessibleText(text(key));
        link.setOnAction(_ -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }
}
