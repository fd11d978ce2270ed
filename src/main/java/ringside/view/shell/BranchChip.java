package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.view.Forks;
import ringside.view.parts.Controls;
import ringside.world.Branch;

/** Which branch is shown, and the way to the others; not there while there is only one. */
final class BranchChip extends Button {
    private ObservableList<Branch> branches = FXCollections.emptyObservableList();
    private Subscription following = Subscription.EMPTY;

    BranchChip(Runnable open) {
        setId("branch");
        getStyleClass().add("chip");
        setGraphic(new FontIcon(Feather.GIT_BRANCH));
        setMinWidth(60);
        setTooltip(new Tooltip(text("action.branches")));
        setOnAction(_ -> open.run());
        Controls.show(this, false);
    }

    /** Tells of these branches from now on. */
    void follow(Optional<Forks> forks) {
        following.unsubscribe();
        branches = forks.map(Forks::branches).orElseGet(FXCollections::emptyObservableList);
        following = forks.map(f -> f.currentProperty().subscribe(() -> tell(f)).and(branches.subscribe(() -> tell(f))))
                .orElse(Subscription.EMPTY);
        forks.ifPresentOrElse(this::tell, () -> Controls.show(this, false));
    }

    private void tell(Forks forks) {
        var name = forks.currentProperty().get().name();
        setText(name);
        setAccessibleText(text("branches.shown", name));
        Controls.show(this, branches.size() > 1);
    }
}
