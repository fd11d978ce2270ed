package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import ringside.engine.route.Route;
import ringside.engine.route.RouteTable;
import ringside.view.parts.Controls;
import ringside.view.parts.RouteLine;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** Which requests go to which pool: routes to be read and removed, and more of them by their path. */
final class RoutePart implements HandlingPart {
    private final Handlings handlings;
    private final VBox box = new VBox(9);
    private final VBox list = new VBox(4);
    private final TextField path = new TextField();
    private final ComboBox<String> pools = new ComboBox<>();
    private final HBox form;
    private final Label problem = Controls.paragraph("", "bad", "small");
    private final Label onePool = Controls.paragraph(text("handling.routes.one-pool"), "muted", "small");
    private List<Route> listed = List.of();

    RoutePart(Handlings handlings) {
        this.handlings = handlings;
        list.setId("routes");
        path.setId("route-path");
        path.setPromptText("/api");
        path.setAccessibleText(text("handling.routes.path"));
        path.setOnAction(_ -> add());
        path.setMinWidth(60);
        HBox.setHgrow(path, Priority.ALWAYS);
        pools.setId("route-pool");
        pools.setPrefWidth(96);
        pools.setMinWidth(96);
        pools.setAccessibleText(text("handling.routes.pool"));
        var add = Controls.icon(Feather.PLUS, "handling.routes.add", this::add);
        add.setId("add-route");
        form = new HBox(6, path, pools, add);
        form.setAlignment(Pos.CENTER_LEFT);
        Controls.show(problem, false);
        box.getChildren().addAll(list, form, problem, onePool);
    }

    private void add() {
        try {
            var route = Route.under(path.getText().strip(), pools.getValue());
            set(RouteTable.plus(handlings.now().routes(), route));
            path.clear();
            Controls.show(problem, false);
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
            Controls.show(problem, true);
        }
    }

    private void remove(Route route) {
        set(handlings.now().routes().stream().filter(r -> !r.equals(route)).toList());
    }

    private void set(List<Route> routes) {
        handlings.change(new HandlingCommand.SetRoutes(routes));
    }

    private Node line(Route route) {
        var words = RouteLine.of(route);
        var name = Controls.paragraph(words, "mono");
        var remove = Controls.icon(Feather.X, "handling.routes.remove", () -> remove(route));
        Controls.spoken(remove, text("handling.routes.remove") + ": " + words);
        var line = new HBox(6, name, Controls.spring(), remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    public String key() {
        return "handling.routes";
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean idle(Handling handling) {
        return handling.layer() == Handling.Layer.TCP;
    }

    @Override
    public String summary(Handling handling) {
        return text("handling.routes.count", handling.routes().size());
    }

    @Override
    public void follow(Scenario scenario) {
        var names = scenario.servers().stream().map(ServerSpec::pool).distinct().toList();
        if (!pools.getItems().equals(names)) {
            pools.getItems().setAll(names);
            pools.setValue(names.isEmpty() ? null : names.getLast());
        }
        Controls.show(form, names.size() > 1);
        Controls.show(onePool, names.size() <= 1);
        var routes = scenario.handling().routes();
        if (!listed.equals(routes)) {
            listed = routes;
            list.getChildren().setAll(routes.stream().map(this::line).toList());
        }
        Controls.show(list, !routes.isEmpty());
    }
}
