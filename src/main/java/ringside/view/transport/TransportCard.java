package ringside.view.transport;

import static ringside.view.Texts.text;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;

/** The transport with its narration, the time that is held, and the charts or the log below it. */
public final class TransportCard extends VBox {
    private static final long LOG_NANOS = 300_000_000;
    private static final long SECOND = 1_000_000_000;

    private final Show show;
    private final boolean plain;
    private final Narration narration;
    private final StopMenu stops;
    private final RunMenu runs;
    private final ToggleButton logSwitch = Controls.toggle(Feather.ALIGN_LEFT, "transport.log");
    private final TextArea log = new TextArea();
    private long logged;

    /** The transport of a show; the preview tells what a gesture would do, while there is one. */
    public TransportCard(Show show, ReadOnlyStringProperty preview) {
        this(show, preview, false);
    }

    /** The transport alone: without charts, and without the ways back from what was done and to a present that there is not. */
    public static TransportCard plain(Show show) {
        return new TransportCard(show, new SimpleStringProperty(""), true);
    }

    private TransportCard(Show show, ReadOnlyStringProperty preview, boolean plain) {
        this.show = show;
        this.plain = plain;
        this.narration = new Narration(show, preview);
        this.stops = new StopMenu(show);
        this.runs = new RunMenu(show);
        getStyleClass().addAll("card", "transport");
        Node charts = plain ? new Region() : new Charts(show);
        log.setEditable(false);
        log.setId("log");
        log.getStyleClass().add("log");
        log.setAccessibleText(text("transport.log"));
        log.setPrefRowCount(4);
        logSwitch.setId("log-switch");
        logSwitch.selectedProperty().subscribe(on -> {
            Controls.show(log, on);
            Controls.show(charts, !on && !plain);
            followLog();
        });
        show.snapshotProperty().subscribe(this::followLog);
        getChildren().addAll(controls(), new Scrubber(show), charts, log);
    }

    private Node controls() {
        var icons = new HBox(2, stops.button());
        if (!plain) {
            icons.getChildren()
                    .addAll(runs.button(), undo("undo", Feather.CORNER_UP_LEFT), redo("redo", Feather.CORNER_UP_RIGHT));
        }
        icons.getChildren().add(logSwitch);
        icons.setAlignment(Pos.CENTER_LEFT);
        icons.setMinWidth(USE_PREF_SIZE);
        var told = narration.line();
        var progress = new RunProgress(show);
        show.aheadProperty().subscribe(ahead -> Controls.show(told, ahead.isEmpty()));
        var line = new HBox(10, new TransportButtons(show), told, progress, icons, behind(), clock());
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(told, new Insets(0, 0, 0, 12));
        HBox.setMargin(progress, new Insets(0, 0, 0, 12));
        return line;
    }

    /** Asks at what the picture is to stop by itself. */
    public void openStops() {
        stops.open();
    }

    /** Asks how far virtual time is to run ahead; does nothing in a live world. */
    public void openRun() {
        runs.open();
    }

    private Node undo(String id, Feather icon) {
        var button = Controls.icon(icon, "transport.undo", show::undo);
        button.setId(id);
        button.disableProperty().bind(show.canUndoProperty().not());
        return button;
    }

    private Node redo(String id, Feather icon) {
        var button = Controls.icon(icon, "transport.redo", show::redo);
        button.setId(id);
        button.disableProperty().bind(show.canRedoProperty().not());
        return button;
    }

    /* Seen only when the picture is not the newest: how far back it is, and the way to now. */
    private Node behind() {
        Button button = Controls.button("", "chip", show::toNow);
        button.setId("to-now");
        button.setMinWidth(USE_PREF_SIZE);
        show.atNowProperty().subscribe(() -> showBehind(button));
        show.aheadProperty().subscribe(() -> showBehind(button));
        showBehind(button);
        show.nanosProperty().subscribe(() -> tellBehind(button));
        show.newestProperty().subscribe(() -> tellBehind(button));
        return button;
    }

    /* A run ahead needs the room, and ends at now by itself. */
    private void showBehind(Button button) {
        boolean running = show.aheadProperty().get().isPresent();
        Controls.show(button, !show.atNowProperty().get() && !running && !plain);
    }

    private void tellBehind(Button button) {
        long back =
                Math.max(0, show.newestProperty().get() - show.nanosProperty().get());
        var words = text("transport.behind", back < SECOND ? Figures.span(back) : Figures.clockSeconds(back));
        if (!words.equals(button.getText())) {
            button.setText(words);
            button.setAccessibleText(words);
        }
    }

    private Node clock() {
        Label clock = Controls.label("", "mono", "clock");
        clock.setId("clock");
        clock.setMinWidth(USE_PREF_SIZE);
        show.nanosProperty().subscribe(nanos -> clock.setText(Figures.clock(nanos.longValue())));
        return clock;
    }

    private void followLog() {
        long now = System.nanoTime();
        if (logSwitch.isSelected() && log.getSelection().getLength() == 0 && now - logged >= LOG_NANOS) {
            logged = now;
            log.setText(narration.log());
            log.setScrollTop(Double.MAX_VALUE);
        }
    }
}
