package ringside.view.shell;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.view.Show;
import ringside.view.inspect.Inspector;
import ringside.view.learn.LessonPane;
import ringside.view.parts.Controls;
import ringside.view.stage.StageView;
import ringside.view.transport.TransportCard;

/** The cards around a stage: the lesson on the left, the inspector on the right, the transport below. */
final class ShowPane extends BorderPane {
    private static final double GAP = 12;
    private static final double LEFT = 300;
    private static final double WIDE = 430;
    private static final double RIGHT = 268;
    private static final double SCARCE = 1180;

    private final Banner banner;
    private final Inspector inspector;
    private final TransportCard transport;
    private final Optional<LessonPane> lesson;

    /** A stage, in the middle of what stands beside it. */
    ShowPane(Show show, StageView stage, Region middle, Optional<LessonPane> lesson) {
        this.lesson = lesson;
        inspector = new Inspector(show, stage.whatIfProperty(), Bubbles::code);
        getStyleClass().add("page");
        setPadding(new Insets(16));
        lesson.ifPresent(l -> {
            setLeft(l);
            setMargin(l, new Insets(0, GAP, 0, 0));
        });
        VBox.setVgrow(middle, Priority.ALWAYS);
        banner = new Banner(show);
        var card = new VBox(banner);
        show.forks().ifPresent(forks -> card.getChildren().add(new ForkStrip(forks)));
        card.getChildren().add(middle);
        card.getStyleClass().addAll("card", "stage-card");
        lesson.ifPresent(l -> {
            setLeft(l);
            setMargin(l, new Insets(0, GAP, 0, 0));
        });
        setCenter(card);
        setRight(inspector);
        setMargin(inspector, new Insets(0, 0, 0, GAP));
        transport = new TransportCard(show, stage.previewProperty());
        setBottom(transport);
        setMargin(transport, new Insets(GAP, 0, 0, 0));
        widthProperty().subscribe(this::share);
        lesson.ifPresent(l -> l.wideProperty().subscribe(this::share));
    }

    /* A narrow window takes from the sides before it takes from the stage. */
    private void share() {
        double scale = getWidth() < SCARCE ? 0.86 : 1;
        setWidth(inspector, RIGHT * scale);
        lesson.ifPresent(l -> setWidth(l, l.wideProperty().get() ? WIDE : LEFT * scale));
    }

    private static void setWidth(Region pane, double width) {
        pane.setMinWidth(width);
        pane.setPrefWidth(width);
        pane.setMaxWidth(width);
    }

    /** Tells something above the stage. */
    void tell(String sentence) {
        banner.tell(sentence);
    }

    /** The transport below. */
    TransportCard transport() {
        return transport;
    }

    /** Opens or closes the side panes. */
    void panes(boolean left, boolean right) {
        lesson.ifPresent(l -> Controls.show(l, left));
        Controls.show(inspector, right);
    }
}
