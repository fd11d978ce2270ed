package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import ringside.engine.ServerId;
import ringside.world.Command;
import ringside.world.ServerSpec;
import ringside.world.WhatIf;

/** The hand that drags servers on and off the stage; traffic holds while it carries one. */
final class Hand {
    private static final double GHOST = 46;
    private static final double FIRM = 6;

    /** A server that was pressed and not yet moved. */
    private record Touched(ServerSpec spec, boolean joining) {}

    private final StageView view;
    private final Canvas ghost = new Canvas(GHOST + 4, GHOST + 4);
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<WhatIf>> whatIf = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final EventHandler<KeyEvent> keys = this::key;
    private final EventHandler<MouseEvent> mouse = this::mouse;
    private Optional<Dragging> dragging = Optional.empty();
    private Place pressed = new Place(0, 0);
    private Optional<Touched> touched = Optional.empty();
    private boolean resume;
    private boolean inPresent;
    private boolean alt;

    Hand(StageView view) {
        this.view = view;
        ghost.setVisible(false);
        ghost.setMouseTransparent(true);
        ghost.setManaged(false);
    }

    /** Lets a node be dragged as the server it stands for. */
    void equip(Node node, ServerSpec spec, boolean joining) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            node.requestFocus();
            if (e.getButton() == MouseButton.PRIMARY && dragging.isEmpty()) {
                pressed = at(e);
                touched = Optional.of(new Touched(spec, joining));
                view.getScene().addEventFilter(MouseEvent.ANY, mouse);
            }
        });
    }

    /* Heard by the whole scene: wherever the pointer goes, the hand that pressed goes with it. */
    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            if (pressed.distance(at(event)) >= FIRM) {
                touched.ifPresent(t -> pickUp(current(t.spec(), t.joining()), t.joining()));
            }
            dragging.ifPresent(_ -> move(at(event)));
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            view.getScene().removeEventFilter(MouseEvent.ANY, mouse);
            touched = Optional.empty();
            dragging.ifPresent(d -> drop(d, at(event), alt || event.isAltDown()));
        }
    }

    private ServerSpec current(ServerSpec spec, boolean joining) {
        return joining
                ? spec
                : view.show().snapshot().scenario().server(spec.id()).orElse(spec);
    }

    private Place at(MouseEvent event) {
        var local = view.sceneToLocal(event.getSceneX(), event.getSceneY());
        return new Place(local.getX(), local.getY());
    }

    private void pickUp(ServerSpec spec, boolean joining) {
        touched = Optional.empty();
        if (view.show().veiledProperty().get()) {
            view.tellTrouble(text("veil.deeds"));
            return;
        }
        try {
            var taken = Dragging.of(spec, joining, view.staging().scene());
            dragging = Optional.of(taken);
            whatIf.set(Optional.of(taken.whatIf()));
            preview.set(Sentences.preview(taken.whatIf()));
        } catch (IllegalArgumentException refused) {
            view.tellTrouble(String.valueOf(refused.getMessage()));
            return;
        }
        resume = view.show().playingProperty().get();
        inPresent = view.show().atNowProperty().get();
        view.show().playingProperty().set(false);
        paintGhost(spec);
        view.getScene().addEventFilter(KeyEvent.ANY, keys);
        view.staging().regard();
    }

    private void paintGhost(ServerSpec spec) {
        var context = ghost.getGraphicsContext2D();
        context.clearRect(0, 0, ghost.getWidth(), ghost.getHeight());
        var identity = view.staging().identities().of(spec.id());
        new TileFace(new FxBrush(context), view.paletteProperty().get())
                .draw(identity, new Box(2, 2, GHOST, GHOST), true);
        ghost.setVisible(true);
    }

    private void move(Place to) {
        ghost.relocate(to.x() - GHOST / 2 - 2, to.y() - GHOST / 2 - 2);
    }

    private void drop(Dragging taken, Place at, boolean kill) {
        letGo();
        view.show().playingProperty().set(resume);
        taken.drop(overPool(at), kill).ifPresent(this::act);
    }

    /* A live world goes on while the picture waits for the hand: that is no reason to act in the past. */
    private void act(Command command) {
        if (inPresent) {
            view.actNow(command);
        } else {
            view.act(command);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ALT) {
            alt = event.getEventType() == KeyEvent.KEY_PRESSED;
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            letGo();
            view.show().playingProperty().set(resume);
            event.consume();
        }
    }

    private void letGo() {
        dragging = Optional.empty();
        alt = false;
        ghost.setVisible(false);
        preview.set("");
        whatIf.set(Optional.empty());
        view.getScene().removeEventFilter(KeyEvent.ANY, keys);
        view.staging().regard();
    }

    /** Whether a server dropped here is in the pool: on the ring and around it, or beyond the balancer. */
    private boolean overPool(Place at) {
        var stage = view.staging().target();
        if (!view.staging().box().contains(at)) {
            return false;
        }
        if (stage.flowShare() > 0.5) {
            return at.x() > stage.flow().balancer().right() + 12
                    || (stage.ringShown() > 0.5 && stage.ring().holds(at));
        }
        return stage.ring().centre().distance(at) <= stage.ring().outer() + GHOST + 20;
    }

    Node ghost() {
        return ghost;
    }

    /** Whether it carries a server. */
    boolean full() {
        return dragging.isPresent();
    }

    /** What the server it carries would change on the ring. */
    Optional<Claim> claim() {
        return dragging.flatMap(Dragging::claim);
    }

    Optional<ServerId> carried() {
        return dragging.flatMap(Dragging::carried);
    }

    Optional<String> hint() {
        return dragging.map(Dragging::hint);
    }

    ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<WhatIf>> whatIfProperty() {
        return whatIf.getReadOnlyProperty();
    }
}
