package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ringside.engine.cache.CacheRules;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Facts;
import ringside.view.parts.Fold;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Caching;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.Snapshot;

/** The servers' caches and the origin behind them: folded up, for there are none to begin with. */
final class CacheSection implements WorldPane.Section {
    private static final int DAY_MILLIS = 86_400_000;

    private final Show show;
    private final Segments<Boolean> caches = new Segments<>(this::give);
    private final Segments<Boolean> flight = new Segments<>(on -> rule(r -> r.inSingleFlight(on)));
    private final Numbers entries = number(1, CacheRules.MOST_ENTRIES, "entries", n -> rule(r -> r.holding(n)));
    private final Numbers ttl = number(1, DAY_MILLIS, "ttl", ms -> rule(r -> r.fresh(Duration.ofMillis(ms))));
    private final Numbers jitter = number(0, CacheRules.MOST_JITTER, "jitter", n -> rule(r -> r.varying(n)));
    private final Numbers early = number(0, (int) CacheRules.MOST_EARLY, "early", n -> rule(r -> r.refreshedEarly(n)));
    private final Numbers stale = number(0, DAY_MILLIS, "stale", ms -> rule(r -> r.servedStale(Duration.ofMillis(ms))));
    private final Numbers workers = number(
            1,
            10_000,
            "workers",
            n -> set(now().behind(now().origin().sized(n, now().origin().queue()))));
    private final Facts facts = new Facts();
    private final VBox details = new VBox(7);
    private final Fold all;

    CacheSection(Show show) {
        this.show = show;
        caches.row(List.of(
                new Segments.Segment<>(false, "cache-off", text("cache.off")),
                new Segments.Segment<>(true, "cache-on", text("cache.on"))));
        flight.row(List.of(
                new Segments.Segment<>(false, "cache-herd", text("cache.herd")),
                new Segments.Segment<>(true, "cache-flight", text("cache.flight"))));
        facts.setId("cache-facts");
        details.getChildren()
                .addAll(
                        entries.line(),
                        ttl.line(),
                        jitter.line(),
                        flight,
                        early.line(),
                        stale.line(),
                        workers.line(),
                        facts);
        var what = Controls.paragraph(text("cache.what"), "muted", "small");
        all = new Fold("cache", text("cache.title"), "section", what, caches, details);
        all.getStyleClass().add("folds");
    }

    private static Numbers number(int least, int most, String key, IntConsumer set) {
        var number = new Numbers(least, most, text("cache." + key), set);
        number.spinner().setId("cache-" + key);
        return number;
    }

    private Caching now() {
        return show.world().scenario().caching().orElse(Caching.USUAL);
    }

    private void give(boolean on) {
        show.apply(new Command.SetCache(on ? Optional.of(Caching.USUAL) : Optional.empty()));
    }

    private void set(Caching caching) {
        show.apply(new Command.SetCache(Optional.of(caching)));
    }

    private void rule(UnaryOperator<CacheRules> change) {
        set(now().with(change.apply(now().rules())));
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public void follow(Scenario scenario) {
        var given = scenario.caching();
        var rules = given.orElse(Caching.USUAL).rules();
        all.tell(
                given.isEmpty()
                        ? text("handling.off")
                        : text("cache.is", rules.entries(), Figures.duration(rules.ttl())));
        caches.follow(given.isPresent());
        Controls.show(details, given.isPresent());
        flight.follow(rules.singleFlight());
        entries.follow(rules.entries());
        ttl.follow((int) rules.ttl().toMillis());
        jitter.follow(rules.jitter());
        early.follow((int) Math.round(rules.early()));
        stale.follow((int) rules.stale().toMillis());
        workers.follow(given.orElse(Caching.USUAL).origin().workers());
    }

    @Override
    public void follow(Snapshot snapshot) {
        facts.show(CacheFacts.of(snapshot.looks(), snapshot.origin()));
    }
}
