package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.engine.Ledger;
import ringside.view.Figures;
import ringside.view.PolicyNames;
import ringside.view.Show;
import ringside.view.parts.Bar;
import ringside.view.parts.Controls;
import ringside.world.WhatIf;

/** What a change moves: while it is only considered, and after it was made. */
final class RemapPanel extends VBox {
    private final Show show;
    private final ReadOnlyObjectProperty<Optional<WhatIf>> whatIf;
    private final Label title = Controls.section("");
    private final Bar own = new Bar("measured");
    private final Bar ownLaw = new Bar("law");
    private final Bar modN = new Bar("worse");
    private final Bar modNLaw = new Bar("law");
    private final Label veil = Controls.paragraph(text("veil.moves"), "muted");
    private Optional<Optional<Ledger>> seen = Optional.empty();

    RemapPanel(Show show, ReadOnlyObjectProperty<Optional<WhatIf>> whatIf) {
        this.show = show;
        this.whatIf = whatIf;
        getStyleClass().addAll("pane", "remap");
        getChildren().addAll(title, veil, own, ownLaw, modN, modNLaw);
        Controls.show(this, false);
        show.veiledProperty().subscribe(this::veil);
        whatIf.subscribe(this::consider);
        show.worldProperty().subscribe((_, _) -> seen = Optional.empty());
        show.snapshotProperty().subscribe(s -> afterwards(s.remap()));
    }

    private void consider(Optional<WhatIf> change) {
        seen = Optional.empty();
        change.ifPresentOrElse(
                c -> fill(text("remap.would"), Optional.of(Moves.of(c))),
                () -> afterwards(show.snapshot().remap()));
    }

    private void afterwards(Optional<Ledger> ledger) {
        if (whatIf.get().isEmpty() && !seen.equals(Optional.of(ledger))) {
            seen = Optional.of(ledger);
            fill(text("remap.did"), Moves.last(show.world().timeline(), show.snapshot()));
        }
    }

    private void veil(boolean on) {
        List.of(own, ownLaw).forEach(bar -> Controls.show(bar, !on));
        Controls.show(veil, on);
        consider(whatIf.get());
    }

    private void fill(String heading, Optional<Moves> moves) {
        Controls.show(this, moves.isPresent());
        moves.ifPresent(m -> {
            title.setText(heading);
            int keys = m.own().entries().size();
            own.show(
                    PolicyNames.of(m.policy()),
                    m.own().fraction(),
                    text("remap.of", count(m.own().moved()), count(keys)));
            ownLaw.show(
                    text("remap.law.own"),
                    m.own().law(),
                    count(Math.round(m.own().law() * keys)));
            modN.show(text("remap.mod-n"), m.modN().fraction(), count(m.modN().moved()));
            modNLaw.show(
                    text("remap.law.mod-n", m.before(), m.after()),
                    m.modN().law(),
                    count(Math.round(m.modN().law() * keys)));
            boolean others = !m.policy().id().equals("textbook/mod-n")
                    && !show.veiledProperty().get();
            Controls.show(modN, others);
            Controls.show(modNLaw, others);
        });
    }

    private static String count(long number) {
        return Figures.count(number);
    }
}
