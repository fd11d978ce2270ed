package ringside.view.transport;

import static ringside.view.Texts.text;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import ringside.engine.ServerId;
import ringside.view.Identities;
import ringside.view.parts.Tints;
import ringside.world.Snapshot;

/** How often each server was chosen within the last minute, beside what its weight would give it. */
final class ShareChart extends Chart {
    private static final int MOST = 12;
    private static final double GAP = 3;

    private final Identities identities;
    private boolean veiled;

    ShareChart(Snapshot first, Identities identities) {
        super(text("chart.share"), first);
        this.identities = identities;
        show(first);
    }

    /** Hides the shares, or shows them again. */
    void veil(boolean on) {
        veiled = on;
        redraw();
    }

    @Override
    String figure(Snapshot snapshot) {
        int more = snapshot.servers().size() - MOST;
        return more > 0 ? text("chart.share.more", more) : "";
    }

    @Override
    void draw(GraphicsContext g, Snapshot snapshot, double width, double height) {
        if (veiled) {
            g.setFont(Font.font(g.getFont().getFamily(), 12));
            g.setTextAlign(TextAlignment.LEFT);
            g.setFill(inks.muted());
            g.fillText(text("veil.shares"), 0, height / 2, width);
            return;
        }
        var servers = snapshot.servers().stream().limit(MOST).toList();
        long chosen = Math.max(
                1, servers.stream().mapToLong(s -> chosen(snapshot, s.id())).sum());
        double weights = servers.stream().mapToInt(s -> s.spec().weight()).sum();
        double each = Math.min(14, (height - 2) / Math.max(1, servers.size()));
        double scale = scale(snapshot, servers.size());
        g.setFont(Font.font(g.getFont().getFamily(), FontWeight.BOLD, Math.min(11, each + 1)));
        for (int i = 0; i < servers.size(); i++) {
            var server = servers.get(i);
            double left = nameWidth(servers.size());
            double share = (double) chosen(snapshot, server.id()) / chosen;
            var identity = identities.of(server.id());
            if (left > 0) {
                g.setFill(inks.muted());
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(identity.badge(), 0, i * each + each / 2);
            }
            g.setFill(Tints.area(identity));
            g.fillRoundRect(left, i * each + 1, share * scale * (width - left), Math.max(1, each - GAP), 4, 4);
            double fair = left + server.spec().weight() / weights * scale * (width - left);
            drawFair(g, fair, i * each, each);
        }
    }

    private void drawFair(GraphicsContext g, double x, double top, double each) {
        g.setStroke(inks.muted());
        g.setLineWidth(1);
        g.setLineDashes(3, 2);
        g.strokeLine(Math.rint(x) + 0.5, top - 1, Math.rint(x) + 0.5, top + each);
        g.setLineDashes();
    }

    /* Fair shares of a big pool are small: they are drawn near the middle, and no share beyond the right edge. */
    private static double scale(Snapshot snapshot, int servers) {
        long all = Math.max(
                1,
                snapshot.servers().stream()
                        .mapToLong(s -> chosen(snapshot, s.id()))
                        .sum());
        double most = snapshot.servers().stream()
                .mapToDouble(s -> (double) chosen(snapshot, s.id()) / all)
                .max()
                .orElse(1);
        return Math.min(1 / Math.max(most, 1e-9), servers / 1.8);
    }

    private static double nameWidth(int servers) {
        return servers > 6 ? 0 : 20;
    }

    private static long chosen(Snapshot snapshot, ServerId server) {
        return snapshot.seconds().stream()
                .mapToLong(s -> s.chosen().getOrDefault(server, 0))
                .sum();
    }
}
