package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Figures;
import ringside.view.parts.Controls;
import ringside.world.RunFigures;
import ringside.world.ServerFigures;

/** How often each server was chosen, side by side; a full bar is the greatest share of all. */
final class ShareBars extends VBox {
    private static final int MOST = 8;
    private static final double NAME = 28;
    private static final double NUMBER = 8;

    private final int columns;

    /** Bars in so many columns. */
    ShareBars(int columns) {
        super(8);
        this.columns = columns;
    }

    /** Shows the shares of some sides. */
    void show(List<Row> sides) {
        getChildren().clear();
        var servers = new LinkedHashSet<ServerId>();
        sides.forEach(s -> s.figures().servers().forEach(f -> servers.add(f.server())));
        double most = sides.stream()
                .flatMap(s -> s.figures().servers().stream())
                .mapToDouble(ServerFigures::share)
                .max()
                .orElse(1);
        var grid = grid();
        int place = 0;
        for (var server : servers.stream().limit(MOST).toList()) {
            grid.add(line(server, sides, Math.max(most, 1e-9)), place % columns, place / columns);
            place++;
        }
        getChildren().add(grid);
        if (servers.size() > MOST) {
            getChildren()
                    .add(Controls.label(
                            text("chart.share.more", Figures.count(servers.size() - MOST)), "muted", "small"));
        }
    }

    private GridPane grid() {
        var grid = new GridPane(28, 10);
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static Node line(ServerId server, List<Row> sides, double most) {
        var name = Controls.label(server.name(), "mono", "strong");
        name.setMinWidth(NAME);
        name.setPrefWidth(NAME);
        name.setMaxWidth(NAME);
        var bars = new VBox(3);
        HBox.setHgrow(bars, Priority.ALWAYS);
        var spoken = new ArrayList<String>();
        for (var side : sides) {
            double share = share(side.figures(), server);
            bars.getChildren().add(bar(side.number(), share, share / most));
            spoken.add(side.number() + 1 + ": " + Figures.percent(share));
        }
        var line = new HBox(6, name, bars);
        line.setAlignment(Pos.CENTER_LEFT);
        return Controls.spoken(line, server.name() + ", " + String.join(", ", spoken));
    }

    private static Node bar(int side, double share, double length) {
        var fill = new Region();
        fill.getStyleClass().addAll("fill", "side-fill-" + side);
        fill.setManaged(false);
        var track = new StackPane(fill) {
            @Override
            protected void layoutChildren() {
                fill.resizeRelocate(0, 0, Math.rint(length * getWidth()), getHeight());
            }
        };
        track.getStyleClass().add("bar");
        HBox.setHgrow(track, Priority.ALWAYS);
        var figure = Controls.label(Figures.percent(share), "mono");
        figure.setMinWidth(52);
        figure.setAlignment(Pos.CENTER_RIGHT);
        var number = Controls.label(String.valueOf(side + 1), "muted", "side-number");
        number.setMinWidth(NUMBER);
        var line = new HBox(6, number, track, figure);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static double share(RunFigures figures, ServerId server) {
        return figures.servers().stream()
                .filter(f -> f.server().equals(server))
                .mapToDouble(ServerFigures::share)
                .findFirst()
                .orElse(0);
    }

    /** One side: its number, counted from 0, and what was counted. */
    record Row(int number, RunFigures figures) {}
}
