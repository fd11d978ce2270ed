package ringside.view.stage;

import static ringside.view.Texts.text;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import ringside.view.Identity;
import ringside.world.ServerSpec;

/** A server that rests on the shelf. */
final class ShelfTile extends Region {
    static final double SIZE = 34;
    private static final double RIM = 4;

    private final ServerSpec spec;
    private final Canvas canvas = new Canvas(SIZE + 2, SIZE + 2);

    ShelfTile(ServerSpec spec, Identity identity, Palette palette) {
        this.spec = spec;
        setId("shelf-" + spec.id().name());
        getStyleClass().add("stage-shelf-tile");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(text("stage.shelf.read", spec.id()));
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setMinSize(SIZE + 2 * RIM, SIZE + 2 * RIM);
        setMaxSize(SIZE + 2 * RIM, SIZE + 2 * RIM);
        paint(identity, palette);
        focusedProperty().subscribe(on -> setBorder(on ? ServerNode.ring(palette.accent()) : Border.EMPTY));
    }

    private void paint(Identity identity, Palette palette) {
        var brush = new FxBrush(canvas.getGraphicsContext2D());
        new TileFace(brush, palette).draw(identity, new Box(1, 1, SIZE, SIZE), false);
    }

    ServerSpec spec() {
        return spec;
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(RIM - 1, RIM - 1);
    }
}
