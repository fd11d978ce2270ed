package ringside.view.stage;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.ServerSpec;

/** What can be done to one server: only what applies. */
final class ServerMenu extends ContextMenu {
    private static final int[] WEIGHTS = {1, 2, 3, 5, 10};

    private final ServerId server;
    private final Consumer<Command> act;

    ServerMenu(ServerSpec spec, Consumer<Command> act) {
        this.server = spec.id();
        this.act = act;
        if (spec.address().isEmpty()) {
            behaviours(spec.behaviour());
            getItems().add(new SeparatorMenuItem());
        }
        getItems().add(weights(spec.weight()));
        getItems().add(item("Drain", new Command.RemoveServer(server, Command.Leaving.DRAIN)));
        getItems().add(item("Kill", new Command.RemoveServer(server, Command.Leaving.KILL)));
    }

    private void behaviours(Behaviour now) {
        offer(now, "Slow ×3", new Behaviour.Slow(3));
        offer(now, "Errors 20 %", new Behaviour.Errors(20));
        offer(now, "Zombie", new Behaviour.Zombie());
        offer(now, "Refuse connections", new Behaviour.Refusing());
        offer(now, "Crash", new Behaviour.Crashed());
        offer(now, "Recover", Behaviour.HEALTHY);
    }

    private void offer(Behaviour now, String text, Behaviour next) {
        if (!next.equals(now)) {
            getItems().add(item(text, new Command.SetBehaviour(server, next)));
        }
    }

    private Menu weights(int now) {
        var menu = new Menu("Weight");
        menu.setId("menu-weight");
        for (int weight : WEIGHTS) {
            var item = item(Integer.toString(weight), new Command.SetWeight(server, weight));
            item.setDisable(weight == now);
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem item(String text, Command command) {
        var item = new MenuItem(text);
        item.setId("menu-" + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        item.setOnAction(_ -> act.accept(command));
        return item;
    }
}
