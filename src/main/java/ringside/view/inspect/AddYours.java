package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.config.Reach;
import ringside.engine.ServerId;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.Command;
import ringside.world.ServerSpec;
import ringside.world.World;

/** A server of the learner's own, by its address. */
final class AddYours extends VBox {
    private final Show show;
    private final TextField address = new TextField();
    private final Label problem = Controls.paragraph("", "bad", "small");

    AddYours(Show show) {
        super(9);
        this.show = show;
        address.setId("your-address");
        address.setPromptText("localhost:8081");
        address.setAccessibleText(text("yours.address"));
        address.setOnAction(_ -> add());
        HBox.setHgrow(address, Priority.ALWAYS);
        var add = Controls.button(text("yours.add"), "chip", this::add);
        add.setId("add-yours");
        add.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(6, address, add);
        line.setAlignment(Pos.CENTER);
        problem.setId("your-problem");
        getChildren()
                .addAll(
                        Controls.section(text("yours.title")),
                        Controls.paragraph(text("yours.how"), "muted", "small"),
                        line,
                        problem);
        Controls.show(problem, false);
    }

    private void add() {
        var typed = address.getText().strip();
        var wrong = problemWith(typed);
        if (wrong.isEmpty()) {
            var server = ServerSpec.named(freeName()).at(typed);
            if (show.apply(new Command.AddServer(server)) instanceof World.Outcome.Rejected(var why)) {
                wrong = Optional.of(why);
            } else {
                address.clear();
            }
        }
        problem.setText(wrong.orElse(""));
        Controls.show(problem, wrong.isPresent());
    }

    private static Optional<String> problemWith(String typed) {
        try {
            Reach.THIS_MACHINE.check(typed);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private String freeName() {
        var scenario = show.scenario();
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> text("yours.name") + i)
                .filter(name -> scenario.server(new ServerId(name)).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
