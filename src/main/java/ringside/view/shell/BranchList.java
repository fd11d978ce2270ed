package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Figures;
import ringside.view.Forks;
import ringside.view.PolicyNames;
import ringside.view.parts.Controls;
import ringside.world.Branch;
import ringside.world.World;

/** Every branch in a line, below the one it was forked from: to go there, to compare, to call otherwise, to delete. */
final class BranchList extends VBox {
    private static final double INDENT = 20;

    private final Forks forks;
    private final Runnable close;
    private final Consumer<Branch> compare;

    /** What is chosen is shown after {@code close}; {@code compare} sets a branch beside the one that is shown. */
    BranchList(Forks forks, Runnable close, Consumer<Branch> compare) {
        super(4);
        this.forks = forks;
        this.close = close;
        this.compare = compare;
        setId("branches");
        fill();
    }

    private void fill() {
        getChildren().clear();
        forks.branches().stream().filter(b -> parent(b).isEmpty()).forEach(root -> add(root, 0));
        if (forks.branches().size() == 1) {
            getChildren().add(Controls.paragraph(text("branches.none"), "muted"));
        }
    }

    private void add(Branch branch, int depth) {
        getChildren().add(line(branch, depth, name(branch)));
        forks.branches().stream()
                .filter(b -> parent(b).equals(Optional.of(branch)))
                .forEach(child -> add(child, depth + 1));
    }

    /* The one it was forked from may be gone: then it hangs below the first, as what remains does. */
    private Optional<Branch> parent(Branch branch) {
        var all = forks.branches();
        return branch.parent().isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream()
                        .filter(b -> OptionalInt.of(b.number()).equals(branch.parent()))
                        .findFirst()
                        .orElse(all.getFirst()));
    }

    private HBox line(Branch branch, int depth, Node name) {
        var line = new HBox(10, name, about(branch), Controls.spring());
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, depth * INDENT));
        boolean shown = forks.currentProperty().get().number() == branch.number();
        if (!shown) {
            line.getChildren().add(button(Feather.COPY, "branches.compare", branch, () -> compare.accept(branch)));
        }
        line.getChildren().add(button(Feather.EDIT_2, "branches.rename", branch, () -> rename(branch, depth, line)));
        if (branch.parent().isPresent()) {
            line.getChildren().add(button(Feather.TRASH_2, "branches.delete", branch, () -> ask(branch, line)));
        }
        return line;
    }

    private static Node button(Feather icon, String key, Branch branch, Runnable act) {
        var button = Controls.icon(icon, key, act);
        button.setId(key.replace('.', '-') + "-" + branch.number());
        button.setAccessibleText(text(key) + ": " + branch.name());
        return button;
    }

    private Node name(Branch branch) {
        boolean shown = forks.currentProperty().get().number() == branch.number();
        var name = Controls.button(branch.name(), "row", () -> {
            close.run();
            if (!shown) {
                forks.switchTo(branch);
            }
        });
        name.setId("to-branch-" + branch.number());
        Controls.style(name, "strong", shown);
        Controls.style(name, "accented", shown);
        name.setMinWidth(60);
        name.setAlignment(Pos.CENTER_LEFT);
        return name;
    }

    private static Node about(Branch branch) {
        boolean live = branch.world().kind() == World.Kind.LIVE;
        var words = new StringBuilder();
        if (branch.parent().isPresent()) {
            words.append(text("branches.from", Figures.clock(branch.forkNanos())))
                    .append(" · ");
        }
        words.append(PolicyNames.of(branch.world().scenario().policy())).append(" · ");
        words.append(text(live ? "badge.live" : "badge.simulated"));
        var about = Controls.label(words.toString(), "muted", "small");
        about.setMinWidth(Label.USE_PREF_SIZE);
        return about;
    }

    private void rename(Branch branch, int depth, HBox line) {
        var field = new TextField(branch.name());
        field.setId("branch-name");
        field.setAccessibleText(text("branches.rename"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(_ -> {
            forks.rename(branch, field.getText());
            fill();
            focus("to-branch-" + branch.number());
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                fill();
                focus("branches-rename-" + branch.number());
            }
        });
        var edited = new HBox(field);
        edited.setPadding(new Insets(0, 0, 0, depth * INDENT));
        getChildren().set(getChildren().indexOf(line), edited);
        field.requestFocus();
        field.selectAll();
    }

    private void ask(Branch branch, HBox line) {
        var yes = Controls.button(text("branches.delete"), "primary-button", () -> {
            forks.delete(branch);
            fill();
            focus("to-branch-" + forks.currentProperty().get().number());
        });
        yes.setId("delete-branch");
        var no = Controls.button(text("cancel"), "quiet-button", () -> {
            fill();
            focus("branches-delete-" + branch.number());
        });
        var question = Controls.label(text("branches.question", branch.name()));
        question.setMinWidth(0);
        var asked = new HBox(8, question, Controls.spring(), no, yes);
        asked.setAlignment(Pos.CENTER_LEFT);
        asked.setPadding(line.getPadding());
        List<Node> lines = getChildren();
        lines.set(lines.indexOf(line), asked);
        no.requestFocus();
    }

    private void focus(String id) {
        Optional.ofNullable(lookup("#" + id)).ifPresent(Node::requestFocus);
    }
}
