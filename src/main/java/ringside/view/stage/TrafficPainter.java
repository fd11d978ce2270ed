package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.view.Figures;

/** Draws requests, checks on their way, the heap of the dropped, and counts for what has no room. */
record TrafficPainter(Brush brush, Palette palette, Scene scene, Lens lens) {
    /** Draws one request. */
    void dot(Dot dot) {
        shapes().request(dot, tint(dot));
    }

    private ShapePainter shapes() {
        return new ShapePainter(brush, palette);
    }

    /** The colour of a request as the lens says. */
    Tint tint(Dot dot) {
        if (dot.form() == Dot.Form.DROPPED) {
            return palette.bad();
        }
        return switch (lens) {
            case AGE -> palette.age(Math.round(dot.age() * 12) / 12.0);
            case SERVER ->
                dot.server()
                        .map(s -> palette.identity(scene.identity(s).number()))
                        .orElse(palette.muted());
            case CLIENT -> kin(dot.kin().group());
            case ROUTE -> kin(dot.kin().pool());
        };
    }

    private Tint kin(int number) {
        return number < 0 ? palette.muted() : palette.kin(number);
    }

    /** Draws keys on their way along the ring, this far. */
    void couriers(RingGeometry ring, Couriers couriers, double share) {
        for (var courier : couriers.travelling()) {
            int number = scene.identity(courier.owner()).number();
            brush.circle(
                    Couriers.place(ring, courier, share),
                    3.5,
                    Ink.fill(palette.identity(number)).edged(palette.card(), 0.8));
        }
    }

    /** Draws a check on its way along a thin line. */
    void probe(Probes.Diamond probe) {
        var tint = probe.told()
                .map(passed -> passed ? palette.good() : palette.bad())
                .orElse(palette.muted());
        brush.line(probe.from(), probe.at(), Ink.stroke(tint.at(0.45), 0.8));
        shapes().check(probe.at(), probe.kind(), tint);
    }

    /** Draws the heap of dropped requests, so many of which have come to lie, with its count. */
    void graves(Place base, long fallen) {
        if (fallen == 0) {
            return;
        }
        long drawn = Math.min(fallen, Graveyard.MOST);
        for (long n = 0; n < drawn; n++) {
            brush.circle(Graveyard.place(base, n), 5.5, Ink.fill(palette.bad().at(0.85)));
        }
        brush.text(epitaph(), base.plus(50, 4), Lettering.semibold(11.5), palette.bad());
    }

    private String epitaph() {
        var totals = scene.snapshot().totals();
        return Stream.of(
                        counted(totals.timedOut(), "stage.timed-out"),
                        counted(totals.failed(), "stage.failed"),
                        counted(totals.refused(), "stage.refused"))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String counted(long count, String key) {
        return count == 0 ? "" : text(key, Figures.count(count));
    }

    /** Writes how many requests wait at the balancer. */
    void inLine(Place at) {
        brush.text(waiting(), at, Lettering.semibold(11).middle(), palette.warn());
    }

    /** How many requests wait at the balancer, in words. */
    String waiting() {
        long waiting = scene.snapshot().requests().stream()
                .filter(r -> r.attempts().isEmpty() && r.end().isEmpty())
                .count();
        return text("stage.in-line", Figures.count(waiting));
    }

    /** Writes how many more requests a server has in hand than have a slot. */
    void beyond(Place at, int more) {
        if (more > 0) {
            brush.text("+" + more, at.plus(0, 4), Lettering.semibold(10.5).middle(), palette.muted());
        }
    }
}
