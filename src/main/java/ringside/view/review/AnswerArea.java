package ringside.view.review;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import ringside.lesson.Block;
import ringside.lesson.Block.Predict.Kind;
import ringside.view.parts.Controls;

/** Where a card is answered: by choosing, by typing, by putting in order, or in one's head. */
final class AnswerArea extends VBox {
    private final Reviewing reviewing;
    private final Asked card;
    private final ToggleGroup group = new ToggleGroup();
    private final Label problem = Controls.paragraph("", "bad", "small");

    AnswerArea(Reviewing reviewing, Asked card) {
        super(12);
        this.reviewing = reviewing;
        this.card = card;
        getChildren().add(card.question().map(this::asked).orElseGet(this::thought));
        problem.setId("review-problem");
        Controls.show(problem, false);
        var commit = Controls.button(
                text(card.question().isPresent() ? "review.answer" : "review.show"), "primary-button", reviewing::go);
        commit.setId("review-answer");
        if (card.question().filter(q -> q.kind().chooses()).isPresent()) {
            commit.disableProperty().bind(reviewing.givenProperty().isEmpty());
        }
        var hint = Controls.label(text("review.answer.key"), "muted", "small");
        var line = new HBox(12, commit, hint);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(problem, line);
    }

    /** Says why the answer can't be understood. */
    void problem(Optional<String> why) {
        problem.setText(why.orElse(""));
        Controls.show(problem, why.isPresent());
    }

    /** Shows which option was chosen by its key. */
    void given(String id) {
        group.getToggles().stream().filter(t -> id.equals(t.getUserData())).forEach(group::selectToggle);
    }

    private Node asked(Block.Predict question) {
        return switch (question.kind()) {
            case CHOICE, SERVER -> choices();
            case ORDER -> order();
            case BARS -> heights();
            case NUMBER, PERCENT, ARC -> field(question.kind() == Kind.PERCENT ? "%" : "");
        };
    }

    private Node thought() {
        return Controls.paragraph(text("review.think"), "muted");
    }

    private Node field(String unit) {
        var field = new TextField(reviewing.givenProperty().get());
        field.setId("review-field");
        field.getStyleClass().addAll("mono", "prediction-field");
        field.setPrefColumnCount(8);
        field.setAccessibleText(card.front());
        field.textProperty().bindBidirectional(reviewing.givenProperty());
        field.setOnAction(_ -> reviewing.go());
        field.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                field.requestFocus();
            }
        });
        var line = new HBox(8, field, Controls.label(unit, "muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node choices() {
        var box = new VBox(9);
        var options = card.options();
        for (int i = 0; i < options.size(); i++) {
            var option = options.get(i);
            var choice = new RadioButton(option.text());
            choice.setId("choice-" + option.id());
            choice.setWrapText(true);
            choice.setToggleGroup(group);
            choice.setUserData(option.id());
            choice.setAccessibleText(option.text());
            var line = new HBox(10, choice, Controls.spring(), key(i + 1));
            line.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(line);
        }
        group.selectedToggleProperty().subscribe(chosen -> {
            if (chosen != null) {
                reviewing.givenProperty().set(String.valueOf(chosen.getUserData()));
            }
        });
        return box;
    }

    private static Label key(int number) {
        return Controls.label(number < 10 ? String.valueOf(number) : "", "muted", "small", "mono");
    }

    private Node order() {
        var ids = new ArrayList<>(card.options().stream().map(Block.Option::id).toList());
        var box = new VBox(6);
        box.setId("review-order");
        reviewing.givenProperty().set(String.join(" ", ids));
        fill(box, ids);
        return box;
    }

    private void fill(VBox box, List<String> ids) {
        box.getChildren().clear();
        for (int i = 0; i < ids.size(); i++) {
            box.getChildren().add(row(box, ids, i));
        }
    }

    private Node row(VBox box, List<String> ids, int place) {
        var id = ids.get(place);
        var words = card.options().stream()
                .filter(o -> o.id().equals(id))
                .map(Block.Option::text)
                .collect(Collectors.joining());
        var up = Controls.icon(Feather.ARROW_UP, "review.up", () -> move(box, ids, place, -1));
        up.setId("up-" + id);
        up.setDisable(place == 0);
        var down = Controls.icon(Feather.ARROW_DOWN, "review.down", () -> move(box, ids, place, 1));
        down.setId("down-" + id);
        down.setDisable(place == ids.size() - 1);
        var row = new HBox(8, key(place + 1), Controls.label(words), Controls.spring(), up, down);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("inset");
        return row;
    }

    private void move(VBox box, List<String> ids, int place, int by) {
        var id = ids.remove(place);
        ids.add(place + by, id);
        reviewing.givenProperty().set(String.join(" ", ids));
        fill(box, ids);
        var same = box.lookup((by < 0 ? "#up-" : "#down-") + id);
        if (same != null && !same.isDisabled()) {
            same.requestFocus();
        }
    }

    private Node heights() {
        var fields = new ArrayList<TextField>();
        var box = new VBox(6);
        for (var option : card.options()) {
            var field = new TextField();
            field.setId("height-" + option.id());
            field.getStyleClass().addAll("mono", "prediction-field");
            field.setPrefColumnCount(7);
            field.setAccessibleText(option.text());
            field.setUserData(option.id());
            field.setOnAction(_ -> reviewing.go());
            fields.add(field);
            field.textProperty()
                    .subscribe(() -> reviewing
                            .givenProperty()
                            .set(fields.stream()
                                    .map(f ->
                                            f.getUserData() + "=" + f.getText().strip())
                                    .collect(Collectors.joining(" "))));
            box.getChildren().add(Controls.apart(Controls.label(option.text()), field));
        }
        return box;
    }
}
