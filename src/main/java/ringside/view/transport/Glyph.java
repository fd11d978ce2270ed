package ringside.view.transport;

import javafx.scene.shape.SVGPath;

/** Pictures on the transport's buttons. */
enum Glyph {
    PLAY("M1 0 L11 6 L1 12 Z"),
    PAUSE("M0 0 H4 V11 H0 Z M7 0 H11 V11 H7 Z"),
    FORWARD("M0 0 L10 6 L0 12 Z"),
    BACK("M10 0 L0 6 L10 12 Z"),
    NEXT("M0 0 L10 6 L0 12 Z M12 0 H13.5 V12 H12 Z"),
    NEXT_DECISION("M0 0 L8 6 L0 12 Z M11.5 3 L14.5 6 L11.5 9 L8.5 6 Z"),
    LAST_DECISION("M14.5 0 L6.5 6 L14.5 12 Z M3 3 L6 6 L3 9 L0 6 Z"),
    PREVIOUS("M0 0 H1.5 V12 H0 Z M13.5 0 L3.5 6 L13.5 12 Z");

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    SVGPath draw() {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("glyph");
        return shape;
    }
}
