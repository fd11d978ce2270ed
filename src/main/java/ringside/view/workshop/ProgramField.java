package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.lesson.workshop.Dialect;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workplace.Program;
import ringside.view.parts.Controls;

/** Says that a program was not found, and takes the path of one. */
final class ProgramField extends VBox {
    private final Label trouble = Controls.paragraph("", "bad", "small");

    /** What is given hears of the program that was found at the path. */
    ProgramField(Dialect dialect, Workbench bench, Consumer<Optional<Program>> found) {
        super(5);
        var path = new TextField();
        path.setId("program-path");
        path.getStyleClass().add("mono");
        path.setPromptText("/opt/" + dialect.file());
        path.setAccessibleText(text("workshop.program.path", dialect.title()));
        HBox.setHgrow(path, Priority.ALWAYS);
        Runnable look = () -> Errand.send(
                () -> {
                    bench.name(dialect, path.getText().strip());
                    return bench.program(dialect);
                },
                there -> {
                    trouble.setText(text("workshop.program.none", path.getText().strip()));
                    Controls.show(trouble, there.isEmpty());
                    there.ifPresent(_ -> found.accept(there));
                },
                why -> {
                    trouble.setText(why);
                    Controls.show(trouble, true);
                });
        path.setOnAction(_ -> look.run());
        var use = Controls.button(text("workshop.program.use"), "do-button", look);
        use.setMinWidth(USE_PREF_SIZE);
        Controls.show(trouble, false);
        getChildren()
                .addAll(
                        Controls.paragraph(text("workshop.program.missing", dialect.title()), "muted", "small"),
                        new HBox(6, path, use),
                        trouble);
    }
}
