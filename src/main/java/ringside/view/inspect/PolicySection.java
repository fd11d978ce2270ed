package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.HashMap;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.view.PolicyNames;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.PolicyBox;
import ringside.world.Command;
import ringside.world.Scenario;

/** Which policy chooses, what it does in a sentence, and its options. */
final class PolicySection implements WorldPane.Section {
    private final Show show;
    private final VBox box = new VBox(9);
    private final PolicyBox chooser;
    private final Label sentence = Controls.paragraph("", "muted", "small");
    private final VBox options = new VBox(6);
    private List<PolicyOption> listed = List.of();
    private List<OptionRow> rows = List.of();

    PolicySection(Show show) {
        this.show = show;
        this.chooser = new PolicyBox(entry -> show.apply(new Command.SetPolicy(PolicyChoice.of(entry.id()))));
        chooser.setId("policy");
        options.setId("policy-options");
        box.getChildren().addAll(Controls.section(text("world.policy")), chooser, sentence, options);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Scenario scenario) {
        var choice = scenario.policy();
        var entry = Policies.entry(choice);
        chooser.follow(choice);
        if (!listed.equals(entry.options())) {
            listOptions(entry.options());
        }
        sentence.setText(PolicyNames.sentence(entry));
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
}
