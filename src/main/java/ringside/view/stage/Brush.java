package ringside.view.stage;

import java.util.List;

/** What painters draw with: on the screen, or into a picture kept as text. */
interface Brush {
    void circle(Place centre, double radius, Ink ink);

    /** A slice of a disc. */
    void wedge(Place centre, double radius, Span span, Ink ink);

    /** A stretch of a circle's line, with the ink's stroke. */
    void band(Place centre, double radius, Span span, Ink ink);

    void line(Place from, Place to, Ink ink);

    /** Several lines in one stroke. */
    void lines(List<Place> from, List<Place> to, Ink ink);

    /** A line through points; closed and filled when the ink fills. */
    void path(List<Place> points, Ink ink);

    void rectangle(Box box, double corner, Ink ink);

    /** A text whose base line goes through a point. */
    void text(String text, Place at, Lettering lettering, Tint tint);

    /** Draws something that has a name of its own in a picture's text. */
    void named(String name, Runnable drawing);
}
