package ringside.view.transport;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import ringside.view.HeldSecond;
import ringside.view.parts.Inks;

/** Requests a second as an area, errors as bars in it, and p99 as a line, over all the time that is held. */
final class HeldChart {
    private static final long SECOND = 1_000_000_000;
    private static final double FAINT = 0.22;

    private final Inks inks;

    HeldChart(Inks inks) {
        this.inks = inks;
    }

    /** The second of an instant, if it is over and held. */
    static Optional<HeldSecond> find(List<HeldSecond> seconds, long nanos) {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        long place = nanos / SECOND - seconds.getFirst().index();
        return place < 0 || place >= seconds.size() ? Optional.empty() : Optional.of(seconds.get((int) place));
    }

    void draw(GraphicsContext g, TimeScale scale, List<HeldSecond> seconds, double top, double height) {
        double bottom = top + height;
        g.setFill(inks.inset());
        g.fillRect(scale.left(), bottom - 1, scale.width(), 1);
        if (seconds.isEmpty()) {
            return;
        }
        var columns = Columns.of(scale, seconds);
        fill(g, columns, columns.arrived(), bottom, height - 2);
        g.setFill(inks.bad());
        double most = columns.mostArrived();
        for (int i = 0; i < columns.size(); i++) {
            double share = columns.errors()[i] / most;
            if (share > 0) {
                double high = Math.max(2, share * (height - 2));
                g.fillRect(columns.x(i), bottom - high, Math.max(1, columns.step()), high);
            }
        }
        line(g, columns, bottom, height - 3);
    }

    private void fill(GraphicsContext g, Columns columns, double[] values, double bottom, double height) {
        g.setFill(inks.accent().deriveColor(0, 1, 1, FAINT));
        g.beginPath();
        g.moveTo(columns.x(0), bottom);
        for (int i = 0; i < columns.size(); i++) {
            double y = bottom - values[i] / columns.mostArrived() * height;
            g.lineTo(columns.x(i), y);
            g.lineTo(columns.x(i + 1), y);
        }
        g.lineTo(columns.x(columns.size()), bottom);
        g.closePath();
        g.fill();
    }

    private void line(GraphicsContext g, Columns columns, double bottom, double height) {
        g.setStroke(inks.text());
        g.setLineWidth(1);
        g.beginPath();
        boolean down = false;
        for (int i = 0; i < columns.size(); i++) {
            double value = columns.p99()[i];
            double x = columns.x(i) + columns.step() / 2;
            double y = bottom - 1 - value / columns.mostP99() * height;
            if (value <= 0) {
                down = false;
            } else if (down) {
                g.lineTo(x, y);
            } else {
                g.moveTo(x, y);
                down = true;
            }
        }
        g.stroke();
    }
}
