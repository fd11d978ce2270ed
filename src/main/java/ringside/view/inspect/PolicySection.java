package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.view.PolicyNames;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.world.Command;
import ringside.world.Scenario;

/** Which policy chooses, what it does in a sentence, and its options. */
final class PolicySection implements WorldPane.Section {
    private final Show show;
    private final VBox box = new VBox(9);
    private final ComboBox<Policies.Entry> chooser = new ComboBox<>();
    private final Label sentence = Controls.paragraph("", "muted", "small");
    private final VBox options = new VBox(6);
    private final Map<PolicyOption, Numbers> numbers = new LinkedHashMap<>();
    private boolean following;

    PolicySection(Show show) {
        this.show = show;
        chooser.setId("policy");
        chooser.getItems().setAll(Policies.all());
        chooser.setConverter(new Names());
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setAccessibleText(text("world.policy"));
        chooser.valueProperty().subscribe(this::choose);
        box.getChildren().addAll(Controls.section(text("world.policy")), chooser, sentence, options);
    }

    private void choose(Policies.Entry entry) {
        if (!following && entry != null) {
            show.apply(new Command.SetPolicy(PolicyChoice.of(entry.id())));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Scenario scenario) {
        var choice = scenario.policy();
        var entry = Policies.entry(choice);
        if (!entry.equals(chooser.getValue())
                || numbers.size() != entry.options().size()) {
            following = true;
            chooser.setValue(entry);
            following = false;
            listOptions(entry);
        }
        sentence.setText(entry.sentence());
        numbers.forEach((option, number) -> number.follow(option.of(choice)));
    }

    private void listOptions(Policies.Entry entry) {
        numbers.clear();
        options.getChildren().clear();
        for (var option : entry.options()) {
            var number = new Numbers(option.least(), option.most(), option.sentence(), to -> set(option, to));
            numbers.put(option, number);
            var line = new HBox(
                    8, Controls.paragraph(option.sentence(), "muted", "small"), Controls.spring(), number.spinner());
            line.setAlignment(Pos.CENTER_LEFT);
            options.getChildren().add(line);
        }
    }

    private void set(PolicyOption option, int to) {
        var choice = show.world().scenario().policy();
        var set = new HashMap<>(choice.options());
        set.put(option.name(), String.valueOf(to));
        show.apply(new Command.SetPolicy(new PolicyChoice(choice.id(), set)));
    }

    private static final class Names extends StringConverter<Policies.Entry> {
        @Override
        public String toString(Policies.Entry entry) {
            return entry == null ? "" : PolicyNames.of(entry.id());
        }

        @Override
        public Policies.Entry fromString(String name) {
            throw new UnsupportedOperationException("policies are chosen, not typed");
        }
    }
}
