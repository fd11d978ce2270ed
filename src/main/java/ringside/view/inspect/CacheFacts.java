package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Locale;
import ringside.view.Figures;
import ringside.view.parts.Facts.Fact;
import ringside.world.Looks;
import ringside.world.OriginLoad;

/** How caches do, in a few lines. */
final class CacheFacts {
    private CacheFacts() {}

    /** Of one server, or of all of them. */
    static List<Fact> of(Looks looks, OriginLoad origin) {
        return List.of(
                new Fact(text("cache.hit-ratio"), looks.all() == 0 ? "–" : Figures.percent(looks.hitRatio())),
                new Fact(
                        text("cache.looks"),
                        text(
                                "cache.looks.of",
                                Figures.count(looks.hits() + looks.stale()),
                                Figures.count(looks.all()))),
                new Fact(
                        text("cache.origin"),
                        text("cache.origin.of", Figures.count(origin.asked()), Figures.count(origin.underWay()))),
                new Fact(
                        text("cache.amplification"),
                        origin.needed() == 0 ? "–" : String.format(Locale.ROOT, "%.1f×", origin.amplification())));
    }
}
