package ringside.view.stage;

import java.util.List;
import java.util.Locale;
import ringside.view.stage.Lettering.Weight;

/** Draws into SVG text: the same drawing gives the same bytes on every machine. */
final class SvgBrush implements Brush {
    private final StringBuilder out = new StringBuilder(1 << 14);

    /** The picture so far, of this size. */
    String picture(double width, double height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n%s</svg>\n"
                .formatted(n(width), n(height), n(width), n(height), out);
    }

    @Override
    public void circle(Place centre, double radius, Ink ink) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n"
                .formatted(n(centre.x()), n(centre.y()), n(radius), ink(ink)));
    }

    @Override
    public void wedge(Place centre, double radius, Span span, Ink ink) {
        if (span.sweep() >= 1) {
            circle(centre, radius, ink);
        } else {
            shape(
                    "M%s L%s %s Z".formatted(p(centre), p(on(centre, radius, span.from())), arc(centre, radius, span)),
                    ink);
        }
    }

    @Override
    public void band(Place centre, double radius, Span span, Ink ink) {
        if (span.sweep() >= 1) {
            circle(centre, radius, ink);
        } else {
            shape("M%s %s".formatted(p(on(centre, radius, span.from())), arc(centre, radius, span)), ink);
        }
    }

    private static String arc(Place centre, double radius, Span span) {
        return "A%s %s 0 %d 1 %s"
                .formatted(n(radius), n(radius), span.sweep() > 0.5 ? 1 : 0, p(on(centre, radius, span.end())));
    }

    private static Place on(Place centre, double radius, double turn) {
        return new RingGeometry(centre, radius, 0).at(turn, radius);
    }

    @Override
    public void line(Place from, Place to, Ink ink) {
        shape("M%s L%s".formatted(p(from), p(to)), ink);
    }

    @Override
    public void lines(List<Place> from, List<Place> to, Ink ink) {
        var path = new StringBuilder();
        for (int i = 0; i < from.size(); i++) {
            path.append('M').append(p(from.get(i))).append(" L").append(p(to.get(i)));
        }
        shape(path.toString(), ink);
    }

    @Override
    public void path(List<Place> points, Ink ink) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? "M" : " L").append(p(point));
        }
        shape(path + (ink.fills() ? " Z" : ""), ink);
    }

    private void shape(String path, Ink ink) {
        out.append("<path d=\"").append(path).append('"').append(ink(ink)).append("/>\n");
    }

    @Override
    public void rectangle(Box box, double corner, Ink ink) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"%s/>\n"
                .formatted(n(box.x()), n(box.y()), n(box.width()), n(box.height()), n(corner), ink(ink)));
    }

    @Override
    public void text(String text, Place at, Lettering lettering, Tint tint) {
        boolean mono = lettering.weight() == Weight.MONO;
        String anchor = switch (lettering.align()) {
            case LEFT -> "start";
            case MIDDLE -> "middle";
            case RIGHT -> "end";
        };
        out.append(
                "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\" font-weight=\"%d\" text-anchor=\"%s\"%s>%s</text>\n"
                        .formatted(
                                n(at.x()),
                                n(at.y()),
                                mono ? "JetBrains Mono,monospace" : "Inter,sans-serif",
                                n(lettering.size()),
                                lettering.weight().number(),
                                anchor,
                                colour("fill", tint),
                                escaped(text)));
    }

    @Override
    public void named(String name, Runnable drawing) {
        out.append("<g id=\"").append(escaped(name)).append("\">\n");
        drawing.run();
        out.append("</g>\n");
    }

    private static String ink(Ink ink) {
        var text = new StringBuilder(ink.fills() ? colour("fill", ink.fill()) : " fill=\"none\"");
        if (ink.strokes()) {
            text.append(colour("stroke", ink.stroke())).append(" stroke-width=\"%s\"".formatted(n(ink.width())));
            if (ink.dash() > 0) {
                text.append(" stroke-dasharray=\"%s %s\"".formatted(n(ink.dash()), n(ink.dash())));
            }
        }
        return text.toString();
    }

    private static String colour(String what, Tint tint) {
        String solid = " %s=\"#%06x\"".formatted(what, tint.rgb());
        return tint.alpha() >= 1 ? solid : solid + " %s-opacity=\"%s\"".formatted(what, n(tint.alpha()));
    }

    private static String p(Place place) {
        return n(place.x()) + " " + n(place.y());
    }

    /** A number with at most two decimals. */
    private static String n(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String text = String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
