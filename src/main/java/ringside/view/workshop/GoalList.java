package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.lesson.workshop.Exchange;
import ringside.lesson.workshop.Goal;
import ringside.lesson.workshop.Report;
import ringside.lesson.workshop.Verdict;
import ringside.lesson.workshop.Wording;
import ringside.view.parts.Controls;

/** What is asked of a configuration, each goal ticked or explained once it was run. */
final class GoalList extends VBox {
    private static final int MOST_SHOWN = 8;

    private final Wording wording = new Wording(Locale.getDefault());
    private final List<Goal> goals;

    GoalList(List<Goal> goals) {
        super(8);
        this.goals = goals;
        setId("goals");
        show(List.of(), List.of());
    }

    /** What is looked at, in words. */
    String words(Goal goal) {
        return wording.goal(goal);
    }

    /** Nothing is known of any goal. */
    void clear() {
        show(List.of(), List.of());
    }

    /** Shows what came of each. */
    void show(Report.Graded graded) {
        show(graded.verdicts(), graded.foreseen());
    }

    private void show(List<Verdict> verdicts, List<String> foreseen) {
        getChildren().clear();
        for (int i = 0; i < goals.size(); i++) {
            var verdict = i < verdicts.size() ? Optional.of(verdicts.get(i)) : Optional.<Verdict>empty();
            getChildren().add(row(goals.get(i), verdict, foreseen));
        }
    }

    private Node row(Goal goal, Optional<Verdict> verdict, List<String> foreseen) {
        var tick = new StackPane();
        tick.getStyleClass().add("task-box");
        var words = new VBox(4, Controls.paragraph(wording.goal(goal), "task-text"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(10, tick, words);
        row.getStyleClass().add("task");
        var state = "workshop.goal.open";
        switch (verdict.orElse(null)) {
            case null -> {}
            case Verdict.Met met -> {
                state = "workshop.goal.met";
                Controls.style(row, "done", true);
                tick.getChildren().add(new FontIcon(Feather.CHECK));
                words.getChildren().add(Controls.paragraph(sequence(met.seen()), "mono", "muted", "tiny"));
            }
            case Verdict.Missed missed -> {
                state = "workshop.goal.missed";
                Controls.style(row, "missed", true);
                tick.getChildren().add(new FontIcon(Feather.X));
                var why = Controls.paragraph(wording.why(missed), "bad");
                why.setId("why");
                words.getChildren().add(why);
                foreseen.forEach(more -> words.getChildren().add(Controls.paragraph(more)));
                words.getChildren().add(Controls.paragraph(exchanges(missed.seen()), "mono", "muted", "tiny"));
            }
        }
        Controls.spoken(row, AccessibleRole.TEXT, text(state, wording.goal(goal)));
        return row;
    }

    private static String sequence(List<Exchange> seen) {
        return seen.stream()
                .skip(Math.max(0, seen.size() - 2 * MOST_SHOWN))
                .flatMapToInt(exchange -> exchange.server().stream())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private String exchanges(List<Exchange> seen) {
        return seen.stream()
                .skip(Math.max(0, seen.size() - MOST_SHOWN))
                .map(exchange -> exchange.number() + "  GET " + exchange.path() + "  " + wording.reply(exchange))
                .collect(Collectors.joining("\n"));
    }
}
