package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import ringside.lesson.Block;
import ringside.view.Selection;
import ringside.view.parts.Controls;
import ringside.view.parts.Tints;

/** One of several; a server is also chosen by a click on the stage. */
final class ChoiceForm extends AnswerForm {
    private final BooleanBinding there = sceneProperty().isNotNull();
    private final ToggleGroup group = new ToggleGroup();
    private final Playing playing;

    ChoiceForm(Playing playing, Block.Predict asked) {
        this.playing = playing;
        boolean servers = asked.kind() == Block.Predict.Kind.SERVER;
        for (var option : playing.run().options(asked)) {
            getChildren().add(choice(option, servers));
        }
        if (servers) {
            getChildren().add(Controls.paragraph(text("predict.on-stage"), "muted", "small"));
            playing.show().selectionProperty().when(there).subscribe(this::pointed);
        }
        group.selectedToggleProperty()
                .subscribe(chosen -> give(Optional.ofNullable(chosen).map(c -> (String) c.getUserData())));
    }

    private RadioButton choice(Block.Option option, boolean server) {
        var choice = new RadioButton(option.text());
        choice.setId("choice-" + option.id());
        choice.setWrapText(true);
        choice.setMinHeight(USE_PREF_SIZE);
        choice.setToggleGroup(group);
        choice.setUserData(option.id());
        choice.setAccessibleText(option.text());
        if (server) {
            playing.server(option).ifPresent(id -> {
                var swatch = new Region();
                swatch.getStyleClass().add("swatch");
                swatch.setStyle(Tints.fill(playing.show().identities().of(id)));
                choice.setGraphic(swatch);
            });
        }
        return choice;
    }

    private void pointed(Selection selection) {
        if (selection instanceof Selection.OfServer(var server)) {
            group.getToggles().stream()
                    .filter(t -> server.name().equals(t.getUserData()))
                    .forEach(group::selectToggle);
        }
    }
}
