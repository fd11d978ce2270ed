package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.view.Figures;

/** Draws requests, checks on their way, the heap of the dropped, and counts for what has no room. */
record TrafficPainter(Brush brush, Palette palette, Scene scene, Lens lens) {
    /** The same with another brush. */
    TrafficPainter with(Brush other) {
        return new TrafficPainter(other, palette, scene, lens);
    }

    /** Draws one request. */
    void dot(Dot dot) {
        dot(dot, tint(dot));
    }

    /** Draws one request in a colour. */
    void dot(Dot dot, Tint tint) {
        if (dot.sealed()) {
            new EnvelopePainter(brush, palette).paint(dot, tint);
            return;
        }
        switch (dot.form()) {
            case WHOLE, DROPPED -> brush.circle(dot.at(), dot.radius(), Ink.fill(tint));
            case WAITING -> {
                brush.circle(dot.at(), dot.radius(), Ink.fill(palette.card()).edged(tint, 1.2));
                brush.path(Segment.below(dot.at(), dot.radius(), 1 - dot.age()), Ink.fill(tint));
            }
            case WEDGE -> {
                brush.circle(dot.at(), dot.radius(), Ink.fill(palette.card()).edged(tint, 1.2));
                brush.wedge(dot.at(), dot.radius(), new Span(dot.age() % 1, 1 - dot.age()), Ink.fill(tint));
            }
            case HOLLOW ->
                brush.circle(
                        dot.at(), dot.radius() - 0.5, Ink.fill(palette.card()).edged(tint, 1.6));
        }
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

    /** Draws a check on its way. */
    void probe(Probes.Diamond probe) {
        var tint = probe.told()
                .map(passed -> passed ? palette.good() : palette.bad())
                .orElse(palette.muted());
        diamond(brush, probe.at(), Ink.fill(palette.card()).edged(tint, 1.4));
    }

    /** Draws the shape of a check. */
    static void diamond(Brush brush, Place at, Ink ink) {
        double r = 4.5;
        brush.path(List.of(at.plus(0, -r), at.plus(r, 0), at.plus(0, r), at.plus(-r, 0)), ink);
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

    /** Writes how many more requests a server has in hand than have a slot. */
    void beyond(Place at, int more) {
        if (more > 0) {
            brush.text("+" + more, at.plus(0, 4), Lettering.semibold(10.5).middle(), palette.muted());
        }
    }
}
