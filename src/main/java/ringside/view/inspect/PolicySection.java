package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.HashMap;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.view.PolicyNames;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.Command;
import ringside.world.Scenario;

/** Which policy chooses, what it does in a sentence, and its options. */
final class PolicySection implements WorldPane.Section {
    private final Show show;
    private final VBox box = new VBox(9);
    private final SearchableComboBox<Policies.Entry> chooser = new SearchableComboBox<>();
    private final Label sentence = Controls.paragraph("", "muted", "small");
    private final VBox options = new VBox(6);
    private List<PolicyOption> listed = List.of();
    private List<OptionRow> rows = List.of();
    private boolean following;

    PolicySection(Show show) {
        this.show = show;
        chooser.setId("policy");
        options.setId("policy-options");
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
        following = true;
        chooser.setValue(entry);
        following = false;
        if (!listed.equals(entry.options())) {
            listOptions(entry.options());
        }
        sentence.setText(entry.sentence());
        rows.forEach(row -> row.follow(choice));
    }

    private void listOptions(List<PolicyOption> those) {
        listed = those;
        rows = those.stream()
                .map(option -> new OptionRow(option, to -> set(option, to)))
                .toList();
        options.getChildren().setAll(rows.stream().map(OptionRow::node).toList());
    }

    private void set(PolicyOption option, String to) {
        var choice = show.scenario().policy();
        var set = new HashMap<>(choice.options());
        set.put(option.name(), to);
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
