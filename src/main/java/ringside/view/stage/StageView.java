package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.world.Command;
import ringside.world.WhatIf;
import ringside.world.World;

/**
 * The stage as a node: draws what a show shows, once a frame and only what changed, and turns gestures into commands.
 */
public final class StageView extends Region {
    private static final double TOP = 40;
    private static final double MARGIN = 16;
    private static final double LONGEST_FRAME_MILLIS = 100;
    private static final int FRAMES_TO_REST = 50;

    private final Show show;
    private final Consumer<String> trouble;
    private final Staging staging;
    private final Surface ground = new Surface();
    private final Surface traffic = new Surface();
    private final Faces faces = new Faces();
    private final ServerNodes nodes;
    private final SketchLayer sketch;
    private final Shelf shelf;
    private final StageBar bar;
    private final LegendView legend = new LegendView();
    private final Hand hand;
    private final Pointing pointing;
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Palette.LIGHT);
    private final Pacer pacer;
    private final Lenses lenses = new Lenses();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            frame(nanos);
        }
    };
    private final Sprites sprites = new Sprites();
    private List<Dot> dots = List.of();
    private long lastFrame;
    private boolean bare;

    /** A stage for one show; what a world will not do is told to {@code trouble} in one sentence. */
    public StageView(Show show, Consumer<String> trouble) {
        this.show = show;
        this.trouble = trouble;
        boolean live = show.world().kind() == World.Kind.LIVE;
        staging = new Staging(
                show.identities(), show.snapshot(), show.layoutProperty().get(), live);
        pacer = new Pacer(show, staging, reducedMotion);
        shelf = new Shelf(this::equip);
        bar = new StageBar(show.layoutProperty(), this::choose);
        hand = new Hand(this);
        nodes = new ServerNodes(this);
        sketch = new SketchLayer(show.sketchProperty());
        pointing = new Pointing(this);
        setId("stage");
        getStyleClass().add("stage");
        setMinSize(320, 300);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(ground, faces, traffic, sketch, nodes, bar, shelf, legend, hand.ghost());
        follow();
        restock();
    }

    /** Leaves out the shelf and the line above, where there is little room; what they offer has keys. */
    public StageView bare() {
        bare = true;
        setMinSize(320, 120);
        shelf.setVisible(false);
        bar.setVisible(false);
        requestLayout();
        return this;
    }

    private void follow() {
        palette.subscribe(this::dress);
        show.layoutProperty().subscribe(to -> {
            staging.layout(to, reducedMotion.get());
            tellLens();
        });
        show.worldProperty().subscribe((_, other) -> {
            staging.change(other.kind() == World.Kind.LIVE);
            restock();
        });
        show.snapshotProperty().subscribe((before, after) -> {
            if (!before.scenario().servers().equals(after.scenario().servers())) {
                shelf.follow(before.scenario(), after.scenario());
                restock();
                tellLens();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                timer.stop();
            } else {
                timer.start();
            }
        });
        setOnKeyPressed(new StageKeys(this)::pressed);
    }

    private void dress(Palette colours) {
        setStyle("-fx-background-color: " + Tones.css(colours.card()) + "; -fx-background-radius: 10;");
        sprites.forget();
        bar.dress(colours);
        tellLens();
        legend.dress(colours);
        restock();
        staging.repaint();
    }

    /** Puts on the shelf what belongs there now. */
    private void restock() {
        boolean live = show.world().kind() == World.Kind.LIVE;
        String hint = live ? text("stage.shelf.hint.live") : text("stage.shelf.hint");
        shelf.show(show.snapshot().scenario(), staging.identities(), palette.get(), hint);
    }

    private void equip(ShelfTile tile) {
        hand.equip(tile, tile.spec(), true);
        tile.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                act(new Command.AddServer(tile.spec()));
                e.consume();
            }
        });
    }

    /** Draws what changed since the last frame, at this instant of the toolkit's clock. */
    void frame(long nanos) {
        double millis = lastFrame == 0 ? 0 : Math.clamp((nanos - lastFrame) / 1e6, 0, LONGEST_FRAME_MILLIS);
        lastFrame = nanos;
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        draw(pacer.pass(millis));
    }

    /** Lets everything come to rest at once. */
    void rest() {
        for (long frame = 1; frame <= FRAMES_TO_REST; frame++) {
            lastFrame = 1;
            frame(1 + (long) (LONGEST_FRAME_MILLIS * 1e6));
        }
    }

    private void draw(Set<Layer> layers) {
        rescale();
        if (layers.contains(Layer.GROUND)) {
            ground.draw(brush -> painter(brush).ground(hand.claim()));
        }
        if (layers.contains(Layer.PLACES)) {
            nodes.follow(staging.scene(), staging.stage(), palette.get());
            sketch.follow(staging.stage(), palette.get());
        }
        if (layers.contains(Layer.TRAFFIC)) {
            faces.follow(palette.get(), staging.scene(), staging.stage(), hand.carried());
            traffic.draw(this::drawTraffic);
            bar.drawn(staging.choreography().oneOf());
        }
    }

    private void drawTraffic(Brush brush) {
        var painter = painter(brush);
        var scene = staging.scene();
        var stage = staging.stage();
        var requests = new TrafficPainter(brush, palette.get(), scene, lens());
        var routes = new Routes(stage, scene, reducedMotion.get());
        painter.walk(staging.walked());
        boolean inLine = stage.flowShown() < 0.5 && staging.choreography().line() > 0;
        painter.inscribe(hand.hint()
                .or(() -> staging.couriers().counted(staging.travelled()))
                .orElseGet(() -> inLine ? requests.waiting() : ""));
        if (staging.travelled() < 1 && stage.ringShown() > 0.98) {
            requests.couriers(stage.ring(), staging.couriers(), staging.travelled());
        }
        painter.byplay(staging.byplay(), requests, routes);
        requests.graves(stage.graveyard(), staging.choreography().fallen());
        dots = staging.choreography().dots(routes, scene.snapshot());
        dots.forEach(dot -> sprites.draw(traffic.getGraphicsContext2D(), requests, dot));
        painter.beyond(requests, staging.choreography(), routes);
        painter.opened(staging.choreography());
        pointing.mark(brush, dots);
    }

    private StagePainter painter(Brush brush) {
        return new StagePainter(
                new StagePainter.Look(brush, palette.get(), lens()), staging.scene(), staging.stage(), staging.keys());
    }

    private void rescale() {
        var window = getScene() == null ? null : getScene().getWindow();
        sprites.scaleTo(window == null ? 1 : window.getOutputScaleX());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        for (var surface : List.of(ground, traffic)) {
            surface.size(width, height);
        }
        nodes.resizeRelocate(0, 0, width, height);
        faces.resizeRelocate(0, 0, width, height);
        sketch.resizeRelocate(0, 0, width, height);
        bar.resizeRelocate(MARGIN - 4, 8, width - 2 * MARGIN + 8, 28);
        shelf.resizeRelocate(MARGIN, height - Shelf.HEIGHT - 12, width - 2 * MARGIN, Shelf.HEIGHT);
        legend.place(width, bare ? height : height - Shelf.HEIGHT - 12);
        staging.resize(bare ? new Box(8, 6, width - 16, height - 12) : room(width, height));
    }

    private static Box room(double width, double height) {
        return new Box(8, TOP, width - 16, height - TOP - Shelf.HEIGHT - 12 - 14);
    }

    /** Carries out a command at the instant shown, or tells why not. */
    void act(Command command) {
        tell(show.apply(command));
    }

    /** The same in the present. */
    void actNow(Command command) {
        tell(show.applyNow(command));
    }

    private void tell(World.Outcome outcome) {
        if (outcome instanceof World.Outcome.Rejected(var why)) {
            trouble.accept(why);
        }
    }

    /** Adds the server that lies first on the shelf. */
    public void addNext() {
        act(new Command.AddServer(shelf.first()));
    }

    /** Shows or hides what each shape and colour means. */
    public void toggleLegend() {
        legend.setVisible(!legend.isVisible());
    }

    /** Goes on to the next meaning of colours. */
    public void nextLens() {
        lenses.next(show.layoutProperty().get(), routed());
        tellLens();
    }

    private void choose(Lens lens) {
        lenses.choose(show.layoutProperty().get(), lens);
        tellLens();
    }

    private void tellLens() {
        bar.lens(lens(), routed(), palette.get());
        staging.repaint();
    }

    private boolean routed() {
        return Pools.of(show.snapshot()).several();
    }

    /** What colours say in the present layout. */
    Lens lens() {
        return lenses.of(show.layoutProperty().get());
    }

    void select(Selection selection) {
        show.selectionProperty().set(selection);
    }

    void tellTrouble(String sentence) {
        trouble.accept(sentence);
    }

    Show show() {
        return show;
    }

    Staging staging() {
        return staging;
    }

    Hand hand() {
        return hand;
    }

    ServerNodes nodes() {
        return nodes;
    }

    Shelf shelf() {
        return shelf;
    }

    List<Dot> dots() {
        return dots;
    }

    /** The colours, light at first. */
    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Whether layouts cut instead of morphing, and requests go on in steps, a leg each. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** While a server is in the hand: what letting go would do, in a sentence; empty otherwise. */
    public ReadOnlyStringProperty previewProperty() {
        return hand.previewProperty();
    }

    /** While a server is in the hand: what letting go would do to keys. */
    public ReadOnlyObjectProperty<Optional<WhatIf>> whatIfProperty() {
        return hand.whatIfProperty();
    }
}
