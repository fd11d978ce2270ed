package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Facts;
import ringside.view.parts.Facts.Fact;
import ringside.view.parts.Segments;
import ringside.world.LoadFigures;
import ringside.world.Scenario;

/** How the world's own clients fare: as it is, and as a tool would claim that waits for its answers. */
final class LoadSection implements WorldPane.Section {
    private static final long LOOK_NANOS = 500_000_000;

    private final Show show;
    private final VBox box = new VBox(9);
    private final Segments<Boolean> reading = new Segments<>(this::read);
    private final Facts facts = new Facts();
    private final Label meaning = Controls.paragraph("", "muted", "small");
    private boolean corrected = true;
    private long looked = -LOOK_NANOS;

    LoadSection(Show show) {
        this.show = show;
        reading.row(List.of(
                new Segments.Segment<>(true, "load-corrected", text("load.corrected")),
                new Segments.Segment<>(false, "load-claimed", text("load.claimed"))));
        facts.setId("load");
        box.getChildren().addAll(Controls.section(text("world.load")), reading, facts, meaning);
        read(true);
    }

    private void read(boolean asItIs) {
        corrected = asItIs;
        reading.follow(asItIs);
        meaning.setText(text(asItIs ? "load.corrected.is" : "load.claimed.is"));
        show.world().load().ifPresent(this::show);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Scenario scenario) {
        long now = show.world().now();
        if (now - looked >= LOOK_NANOS) {
            looked = now;
            show.world().load().ifPresent(this::show);
        }
    }

    private void show(LoadFigures figures) {
        var of = corrected ? figures.corrected() : figures.claimed();
        facts.show(List.of(
                new Fact("p50", span(of.p50Nanos())),
                new Fact("p90", span(of.p90Nanos())),
                new Fact("p99", span(of.p99Nanos())),
                new Fact(text("load.made"), Figures.count(figures.made())),
                new Fact(text("load.gave-up"), Figures.count(figures.gaveUp())),
                new Fact(text("load.dropped"), Figures.count(figures.dropped()))));
    }

    private static String span(long nanos) {
        return nanos == LoadFigures.NEVER ? "∞" : Figures.span(nanos);
    }
}
