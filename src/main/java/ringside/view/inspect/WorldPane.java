package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ringside.view.Show;
import ringside.view.legs.BytesPane;
import ringside.view.parts.Controls;
import ringside.view.parts.Fold;
import ringside.world.Scenario;
import ringside.world.Snapshot;
import ringside.world.World;

/** The world as a whole: its policy, its traffic, its checks, who else asked, and the connections. */
final class WorldPane implements Pane {
    /** A part of the pane that follows how the world is set up. */
    interface Section {
        /** What is shown. */
        Node node();

        /** Shows what is set up. */
        void follow(Scenario scenario);

        /** Shows what has come of it. */
        default void follow(Snapshot snapshot) {}
    }

    private final Show show;
    private final VBox box = new VBox();
    private final List<Section> sections;
    private final OutsideList outside;
    private final LegTable legs = new LegTable();

    WorldPane(Show show) {
        this.show = show;
        this.sections = sections(show);
        this.outside = new OutsideList(show);
        box.getStyleClass().add("pane");
        if (show.world().kind() == World.Kind.LIVE) {
            box.getChildren().addAll(outside, Controls.rule());
        }
        for (var section : sections) {
            box.getChildren().addAll(section.node(), Controls.rule());
        }
        box.getChildren().removeLast();
        if (show.world().kind() == World.Kind.LIVE) {
            box.getChildren().addAll(Controls.rule(), legs, bytes(show), Controls.rule(), new AddYours(show));
        }
        Controls.spoken(box, text("inspector.world"));
    }

    private static Node bytes(Show show) {
        var pane = BytesPane.narrow(show);
        return new Fold("bytes-fold", text("bytes.title"), "small", pane).whenOpen(pane::look);
    }

    private static List<Section> sections(Show show) {
        var policy = new PolicySection(show);
        var traffic = new TrafficSection(show);
        var checks = new ChecksSection(show);
        var handling = new HandlingSection(show);
        return show.world().kind() == World.Kind.LIVE
                ? List.of(policy, traffic, new LoadSection(show), checks, handling)
                : List.of(policy, traffic, checks, handling, new CacheSection(show));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void follow(Snapshot snapshot) {
        var scenario = show.atNowProperty().get() ? show.world().scenario() : snapshot.scenario();
        sections.forEach(s -> {
            s.follow(scenario);
            s.follow(snapshot);
        });
        outside.follow(snapshot);
        legs.follow(snapshot.legs());
    }
}
