package ringside.view.shell;

import static ringside.view.Texts.text;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.shell.Place.Home.Room;
import ringside.world.World;

/** Where the learner is, which kind of time runs there, and what is the same everywhere. */
final class TopBar extends HBox {
    private final Button learn;
    private final Button explore;
    private final Button compare;
    private final Button review;
    private final Label title = Controls.label("", "title");
    private final BranchChip branch;
    private final Label badge = Controls.label("", "badge");
    private final Label where = Controls.label("", "mono", "muted");
    private final HBox panes = new HBox(2);
    private final Button left;
    private final Button right;
    private final Button keys;
    private Subscription following = Subscription.EMPTY;

    TopBar(Theatre theatre, Look look, Actions.Frontdoor door) {
        getStyleClass().add("top-bar");
        var home = Controls.button("Ringside", "wordmark", theatre::home);
        home.setId("home");
        home.setAccessibleText(text("top.home"));
        learn = place("top.learn", () -> theatre.home(Room.LEARN));
        explore = place("top.explore", () -> theatre.home(Room.EXPLORE));
        compare = place("top.compare", () -> theatre.home(Room.COMPARE));
        review = place("top.review", theatre::review);
        theatre.cards().dueProperty().subscribe(due -> tellDue(due.intValue()));
        left = Controls.icon(Feather.SIDEBAR, "action.left-pane", () -> door.togglePane(true));
        right = Controls.icon(Feather.SIDEBAR, "action.right-pane", () -> door.togglePane(false));
        right.getGraphic().setScaleX(-1);
        var legend = Controls.icon(Feather.INFO, "action.legend", door::toggleLegend);
        panes.setAlignment(Pos.CENTER);
        var save = Controls.icon(Feather.SAVE, "action.save-run", door::saveRun);
        save.setId("save-run");
        panes.getChildren().addAll(save, left, right, legend);
        dressKind();
        branch = new BranchChip(door::branches);
        getChildren().addAll(home, learn, explore, compare, review, gap(24), title, branch);
        getChildren().addAll(Controls.spring(), badge, where, gap(10), panes);
        keys = Controls.icon(Feather.HELP_CIRCLE, "action.keys", door::showKeys);
        keys.setId("keys");
        addCommon(look, door);
        setMargin(learn, new Insets(0, 8, 0, 0));
        setMargin(compare, new Insets(0, 8, 0, 8));
        setMargin(where, new Insets(0, 0, 0, 8));
        theatre.placeProperty().subscribe(this::follow);
    }

    private void dressKind() {
        var dot = new Region();
        dot.getStyleClass().add("dot");
        badge.setGraphic(dot);
        badge.setMinWidth(USE_PREF_SIZE);
        where.setMinWidth(USE_PREF_SIZE);
        where.setId("address");
        title.setMinWidth(40);
    }

    /** The button that shows the keys. */
    Button keys() {
        return keys;
    }

    private void tellDue(int due) {
        review.setText(due > 0 ? text("top.review.due", due) : text("top.review"));
        review.setAccessibleText(due > 0 ? text("top.review.spoken", due) : text("top.review"));
    }

    private static Region gap(double width) {
        var gap = new Region();
        gap.setMinWidth(width);
        return gap;
    }

    private static Button place(String key, Runnable action) {
        var button = Controls.button(text(key), "place", action);
        button.setId(key.replace('.', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void addCommon(Look look, Actions.Frontdoor door) {
        var find = Controls.icon(Feather.SEARCH, "action.find", door::find);
        find.setId("find-button");
        var theme = Controls.icon(Feather.MOON, "action.theme", look::toggle);
        theme.setId("theme");
        look.darkProperty().subscribe(dark -> theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON)));
        getChildren().addAll(find, theme, keys);
    }

    private void follow(Place place) {
        Controls.style(learn, "chosen", place instanceof Place.Learning || place.equals(new Place.Home(Room.LEARN)));
        Controls.style(
                explore, "chosen", place instanceof Place.Exploring || place.equals(new Place.Home(Room.EXPLORE)));
        Controls.style(
                compare, "chosen", place instanceof Place.Comparing || place.equals(new Place.Home(Room.COMPARE)));
        Controls.style(review, "chosen", place instanceof Place.Reviewing);
        Controls.show(panes, place.on().isPresent());
        Controls.show(right, !(place instanceof Place.Comparing));
        Controls.show(left, place instanceof Place.Learning);
        Controls.show(badge, place.on().isPresent());
        Controls.show(where, place.on().isPresent());
        title.setText(place.title());
        branch.follow(place.on().flatMap(Show::forks));
        following.unsubscribe();
        following = place.on()
                .map(show -> Subscription.combine(
                        show.worldProperty().subscribe(this::tellKind),
                        show.newestProperty().subscribe(_ -> tellWhere(show.world()))))
                .orElse(Subscription.EMPTY);
    }

    private void tellKind(World world) {
        boolean live = world.kind() == World.Kind.LIVE;
        badge.getStyleClass().removeAll("live", "simulated");
        badge.getStyleClass().add(live ? "live" : "simulated");
        badge.setText(text(live ? "badge.live" : "badge.simulated"));
        tellWhere(world);
    }

    /** The address is that of the present, whatever instant is shown: another layer or encryption has another. */
    private void tellWhere(World world) {
        var words = world.kind() == World.Kind.LIVE
                ? world.entrance().map(at -> at.replace("http://", "")).orElse("")
                : text("badge.seed", String.valueOf(world.scenario().seed()));
        if (!words.equals(where.getText())) {
            where.setText(words);
        }
    }
}
