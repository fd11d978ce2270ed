package ringside.view.stage;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import ringside.view.stage.Lettering.Weight;

/** Draws on a canvas. */
final class FxBrush implements Brush {
    private static final Map<Weight, FontWeight> WEIGHTS = new EnumMap<>(Map.of(
            Weight.REGULAR, FontWeight.NORMAL,
            Weight.SEMIBOLD, FontWeight.SEMI_BOLD,
            Weight.BOLD, FontWeight.BOLD,
            Weight.MONO, FontWeight.NORMAL));
    /** Smaller circles cannot be told from squares, which are drawn faster. */
    private static final double POINT = 1.3;

    private static final Map<Tint, Color> COLOURS = new HashMap<>();
    private static final Map<Lettering, Font> FONTS = new HashMap<>();

    private final GraphicsContext canvas;

    FxBrush(GraphicsContext canvas) {
        this.canvas = canvas;
        canvas.setLineCap(StrokeLineCap.BUTT);
    }

    @Override
    public void circle(Place centre, double radius, Ink ink) {
        double x = centre.x() - radius;
        double y = centre.y() - radius;
        if (radius < POINT && fills(ink)) {
            canvas.fillRect(x, y, 2 * radius, 2 * radius);
        } else if (fills(ink)) {
            canvas.fillOval(x, y, 2 * radius, 2 * radius);
        }
        if (strokes(ink)) {
            canvas.strokeOval(x, y, 2 * radius, 2 * radius);
        }
    }

    @Override
    public void wedge(Place centre, double radius, Span span, Ink ink) {
        arc(centre, radius, span, ArcType.ROUND, ink);
    }

    @Override
    public void band(Place centre, double radius, Span span, Ink ink) {
        arc(centre, radius, span, ArcType.OPEN, ink);
    }

    private void arc(Place centre, double radius, Span span, ArcType type, Ink ink) {
        double x = centre.x() - radius;
        double y = centre.y() - radius;
        double start = 90 - span.from() * 360;
        double extent = -span.sweep() * 360;
        if (fills(ink)) {
            canvas.fillArc(x, y, 2 * radius, 2 * radius, start, extent, type);
        }
        if (strokes(ink)) {
            canvas.strokeArc(x, y, 2 * radius, 2 * radius, start, extent, type);
        }
    }

    @Override
    public void line(Place from, Place to, Ink ink) {
        if (strokes(ink)) {
            canvas.strokeLine(from.x(), from.y(), to.x(), to.y());
        }
    }

    @Override
    public void lines(List<Place> from, List<Place> to, Ink ink) {
        canvas.beginPath();
        for (int i = 0; i < from.size(); i++) {
            canvas.moveTo(from.get(i).x(), from.get(i).y());
            canvas.lineTo(to.get(i).x(), to.get(i).y());
        }
        if (strokes(ink)) {
            canvas.stroke();
        }
    }

    @Override
    public void path(List<Place> points, Ink ink) {
        canvas.beginPath();
        canvas.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(p -> canvas.lineTo(p.x(), p.y()));
        if (fills(ink)) {
            canvas.closePath();
            canvas.fill();
        }
        if (strokes(ink)) {
            canvas.stroke();
        }
    }

    @Override
    public void rectangle(Box box, double corner, Ink ink) {
        if (corner == 0 && fills(ink)) {
            canvas.fillRect(box.x(), box.y(), box.width(), box.height());
        } else if (fills(ink)) {
            canvas.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * corner, 2 * corner);
        }
        if (strokes(ink)) {
            canvas.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * corner, 2 * corner);
        }
    }

    @Override
    public void text(String text, Place at, Lettering lettering, Tint tint) {
        canvas.setFill(colour(tint));
        canvas.setFont(FONTS.computeIfAbsent(lettering, FxBrush::font));
        canvas.setTextAlign(
                switch (lettering.align()) {
                    case LEFT -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        canvas.fillText(text, at.x(), at.y());
    }

    @Override
    public void named(String name, Runnable drawing) {
        drawing.run();
    }

    private boolean fills(Ink ink) {
        if (ink.fills()) {
            canvas.setFill(colour(ink.fill()));
        }
        return ink.fills();
    }

    private boolean strokes(Ink ink) {
        if (ink.strokes()) {
            canvas.setStroke(colour(ink.stroke()));
            canvas.setLineWidth(ink.width());
            if (ink.dash() > 0) {
                canvas.setLineDashes(ink.dash(), ink.dash());
            } else {
                canvas.setLineDashes();
            }
        }
        return ink.strokes();
    }

    static Color colour(Tint tint) {
        return COLOURS.computeIfAbsent(
                tint, t -> Color.rgb(t.rgb() >> 16 & 255, t.rgb() >> 8 & 255, t.rgb() & 255, t.alpha()));
    }

    private static Font font(Lettering lettering) {
        String family = lettering.weight() == Weight.MONO ? "JetBrains Mono" : "Inter";
        return Font.font(family, WEIGHTS.get(lettering.weight()), lettering.size());
    }
}
