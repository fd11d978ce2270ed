package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import ringside.engine.ServerId;
import ringside.view.parts.Trouble;
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
        getItems()
                .add(item("drain", text("stage.menu.drain"), new Command.RemoveServer(server, Command.Leaving.DRAIN)));
        getItems().add(item("kill", text("stage.menu.kill"), new Command.RemoveServer(server, Command.Leaving.KILL)));
    }

    private void behaviours(Behaviour now) {
        offer(now, text("stage.menu.slow"), new Behaviour.Slow(3));
        offer(now, text("stage.menu.errors"), new Behaviour.Errors(20));
        offer(now, text("stage.menu.zombie"), new Behaviour.Zombie());
        offer(now, text("stage.menu.refuse"), new Behaviour.Refusing());
        offer(now, text("stage.menu.crash"), new Behaviour.Crashed());
        getItems().add(more(now));
        offer(now, text("stage.menu.recover"), Behaviour.HEALTHY);
    }

    private void offer(Behaviour now, String words, Behaviour next) {
        if (!next.equals(now)) {
            getItems().add(item(id(next), words, new Command.SetBehaviour(server, next)));
        }
    }

    private Menu more(Behaviour now) {
        var menu = new Menu(text("stage.menu.more"));
        menu.setId("menu-more");
        for (var trouble : Trouble.values()) {
            var item = item(
                    trouble.id(),
                    text("stage.menu." + trouble.id()),
                    new Command.SetBehaviour(server, trouble.behaviour()));
            item.setDisable(trouble.behaviour().equals(now));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu weights(int now) {
        var menu = new Menu(text("stage.menu.weight"));
        menu.setId("menu-weight");
        for (int weight : WEIGHTS) {
            var item = item(Integer.toString(weight), Integer.toString(weight), new Command.SetWeight(server, weight));
            item.setDisable(weight == now);
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String id(Behaviour behaviour) {
        return behaviour.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private MenuItem item(String id, String words, Command command) {
        var item = new MenuItem(words);
        item.setId("menu-" + id);
        item.setOnAction(_ -> act.accept(command));
        return item;
    }
}
