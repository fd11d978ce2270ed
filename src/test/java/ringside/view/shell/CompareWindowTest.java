package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.compare.Comparing;
import ringside.view.compare.Contest;
import ringside.view.parts.Tile;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.Measure;
import ringside.world.Pairing;
import ringside.world.Side;
import ringside.world.World;

@ExtendWith(ApplicationExtension.class)
final class CompareWindowTest {
    private static final long SECOND = 1_000_000_000;

    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Comparing compare(String bout) {
        Rig.until("the comparisons are there", () -> rig.node("#bout-" + bout).isPresent());
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> ((Tile) rig.node("#bout-" + bout).orElseThrow()).executeAccessibleAction(AccessibleAction.FIRE));
        return comparing();
    }

    private Comparing comparing() {
        Rig.until("it is told", () -> rig.theatre.placeProperty().get() instanceof Place.Comparing);
        return ((Place.Comparing) rig.theatre.placeProperty().get()).comparing();
    }

    private static Show show(Comparing comparing, int stage) {
        return comparing.onProperty(stage).get().orElseThrow();
    }

    private static void fx(Runnable what) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, what);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Side.Told told(Comparing comparing, int side) {
        return (Side.Told) comparing.telling().comparison().sides().get(side);
    }

    private static void pause(Comparing comparing) {
        fx(() -> show(comparing, 0).playingProperty().set(false));
    }

    @Test
    void setsTwoPoliciesOneAboveTheOtherOnTheSameArrivals() {
        var comparing = compare("busy");
        assertThat(comparing.telling().contest().contestants())
                .extracting(c -> c.name())
                .containsExactly("random", "two choices");
        pause(comparing);
        fx(() -> show(comparing, 0).seek(20 * SECOND));
        Rig.until("both are there", () -> at(comparing, 0) == 20 * SECOND && at(comparing, 1) == 20 * SECOND);
        var above = show(comparing, 0).snapshot();
        var below = show(comparing, 1).snapshot();
        assertThat(above.totals().arrived()).isEqualTo(below.totals().arrived()).isPositive();
        assertThat(above.scenario().policy().id()).isEqualTo("textbook/random");
        assertThat(below.scenario().policy().id()).isEqualTo("textbook/two-choices");
    }

    private static long at(Comparing comparing, int stage) {
        return show(comparing, stage).nanosProperty().get();
    }

    @Test
    void writesTheFiguresOfTheComparisonWithTheirSignAndAWord() {
        var comparing = compare("busy");
        var paired = (Pairing.Paired) comparing.telling().comparison().between(0, 1);
        long gained = Measure.P99.of(told(comparing, 0).figures())
                - Measure.P99.of(told(comparing, 1).figures());
        assertThat(gained).isPositive();
        assertThat(rig.words("#difference-p99")).isEqualTo("−" + Figures.span(gained));
        assertThat(rig.shell.scene().getRoot().lookupAll("#differences .label").stream()
                        .map(n -> ((Label) n).getText()))
                .contains("better", "On " + Figures.count(paired.requests()) + " identical requests, seed 7.");
        pause(comparing);
        fx(() -> show(comparing, 0).toNow());
        Rig.until("the end is shown", () -> at(comparing, 0) == 60 * SECOND);
        assertThat(rig.words("#p99-0"))
                .isEqualTo(Figures.span(Measure.P99.of(told(comparing, 0).figures())));
        assertThat(rig.words("#p50-1"))
                .isEqualTo(Figures.span(Measure.P50.of(told(comparing, 1).figures())));
    }

    @Test
    void keepsTheLowerStageWithTheUpperOneWhilePlayingAndScrubbing(FxRobot robot) {
        var comparing = compare("busy");
        fx(() -> show(comparing, 0).speedProperty().set(5));
        assertThat(show(comparing, 1).speedProperty().get()).isEqualTo(5);
        Rig.until("some time has passed below", () -> at(comparing, 1) > 3 * SECOND);
        robot.type(KeyCode.SPACE);
        Rig.until(
                "both stand at the same instant",
                () -> !show(comparing, 1).playingProperty().get() && at(comparing, 0) == at(comparing, 1));
        robot.clickOn("#scrubber");
        Rig.until(
                "both are in the middle",
                () -> at(comparing, 0) == at(comparing, 1) && Math.abs(at(comparing, 0) - 30 * SECOND) < SECOND);
        long before = at(comparing, 0);
        robot.type(KeyCode.LEFT);
        Rig.until("both went an event back", () -> at(comparing, 0) < before && at(comparing, 0) == at(comparing, 1));
    }

    @Test
    void doesOnBothSidesWhatIsDoneOnOne() {
        var comparing = compare("busy");
        pause(comparing);
        fx(() -> show(comparing, 0).seek(10 * SECOND));
        Rig.until("both are there", () -> at(comparing, 1) == 10 * SECOND);
        fx(() -> show(comparing, 1).apply(new Command.RemoveServer(new ServerId("E"), Command.Leaving.DRAIN)));
        Rig.until("it is told anew", () -> !comparing.busyProperty().get());
        for (int side = 0; side < 2; side++) {
            assertThat(told(comparing, side).ends().servers())
                    .extracting(s -> s.id().name())
                    .containsExactly("A", "B", "C", "D");
        }
        Rig.until("the instant is the same", () -> at(comparing, 0) == 10 * SECOND && at(comparing, 1) == 10 * SECOND);
        assertThat(comparing.telling().comparison().between(0, 1)).isInstanceOf(Pairing.Paired.class);
        fx(comparing::undo);
        Rig.until("it is told as before", () -> !comparing.busyProperty().get());
        assertThat(told(comparing, 0).ends().servers()).hasSize(5);
    }

    @Test
    void changesAPolicyOnItsOwnSide() {
        var comparing = compare("busy");
        fx(() -> comparing.choose(1, PolicyChoice.of("textbook/round-robin")));
        Rig.until("it is told anew", () -> !comparing.busyProperty().get());
        assertThat(comparing.telling().contest().contestants())
                .extracting(c -> c.name())
                .containsExactly("random", "round robin");
        assertThat(show(comparing, 1).snapshot().scenario().policy().id()).isEqualTo("textbook/round-robin");
        fx(() -> comparing.choose(0, PolicyChoice.of("textbook/ring")));
        fx(comparing::cancel);
        assertThat(comparing.busyProperty().get()).isFalse();
        assertThat(comparing.wanted()).isEqualTo(comparing.telling().contest());
        assertThat(show(comparing, 0).snapshot().scenario().policy().id()).isEqualTo("textbook/random");
    }

    @Test
    void saysWhyAPolicyCantWorkAndGoesOnWithTheOthers() {
        var show = rig.explore(new FxRobot(), "ring");
        fx(() -> show.apply(new Command.SetWeight(new ServerId("A"), 300)));
        fx(() -> rig.shell.compare());
        Rig.until(
                "it asks for another policy",
                () -> rig.node("#begin-comparison").isPresent());
        fx(() -> rig.theatre.compare(
                "The ring",
                () -> Contest.of(show.world().tape())
                        .against(List.of(PolicyChoice.of("haproxy/roundrobin"), PolicyChoice.of("textbook/random")))));
        var comparing = comparing();
        assertThat(rig.words("#unfit-side-1"))
                .startsWith("This policy can’t work here: a weight is 0 to 256 in HAProxy");
        assertThat(told(comparing, 2).figures().totals().arrived()).isPositive();
        fx(() -> rig.shell.toggleTable());
        assertThat(rig.words("#unfit-1")).startsWith("This policy can’t work here:");
        assertThat(comparing.onProperty(1).get()).isEmpty();
    }

    @Test
    void comparesAWorldThatWasExploredAndComesBackToIt(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        Rig.until("some requests came", () -> show.snapshot().totals().arrived() > 20);
        robot.type(KeyCode.C);
        Rig.until(
                "it asks for another policy",
                () -> rig.node("#begin-comparison").isPresent());
        rig.tabTo(robot, "#begin-comparison");
        robot.type(KeyCode.ENTER);
        var comparing = comparing();
        assertThat(comparing.telling().contest().contestants())
                .extracting(c -> c.name())
                .containsExactly("ring", "least connections");
        assertThat(comparing.telling().contest().seed()).isEqualTo(7);
        robot.type(KeyCode.T);
        Rig.until("the table is shown", () -> rig.node("#side-table").isPresent());
        robot.type(KeyCode.X);
        Rig.until("they changed places", () -> comparing.telling().staged().equals(List.of(1, 0)));
        rig.tabTo(robot, "#compare-end");
        robot.type(KeyCode.ENTER);
        Rig.until("the world is back", () -> rig.theatre.placeProperty().get() instanceof Place.Exploring);
        assertThat(rig.theatre.placeProperty().get().on()).contains(show);
        assertThat(show.world()
                        .apply(new Command.SetTraffic(
                                show.world().scenario().traffic().arriving(new Arrivals.None()))))
                .isInstanceOf(World.Outcome.Done.class);
    }

    @Test
    void addsASideAndTakesItAwayAgain(FxRobot robot) {
        var comparing = compare("busy");
        fx(comparing::addSide);
        Rig.until("it is told anew", () -> !comparing.busyProperty().get());
        assertThat(comparing.telling().comparison().sides()).hasSize(3);
        robot.type(KeyCode.T);
        Rig.until("it has a line", () -> rig.node("#remove-2").isPresent());
        assertThat(rig.words("#change-2-p99")).matches("[−+±].* (better|worse)");
        fx(() -> comparing.stage(1, 2));
        Rig.until("it is on the lower stage", () -> comparing.telling().staged().equals(List.of(0, 2)));
        fx(() -> ((Button) rig.node("#remove-2").orElseThrow()).fire());
        Rig.until("it is gone", () -> comparing.telling().comparison().sides().size() == 2);
        assertThat(comparing.telling().staged()).containsExactly(0, 1);
    }

    @Test
    void isAllGermanInAGermanWindow() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            fx(() -> rig.theatre.home(Place.Home.Room.COMPARE));
            var comparing = compare("slow");
            fx(() -> rig.shell.toggleTable());
            var said = rig.shell.scene().getRoot().lookupAll(".label").stream()
                    .map(n -> ((Label) n).getText())
                    .collect(Collectors.joining(" | "));
            assertThat(said)
                    .contains(
                            "UNTERSCHIEDE",
                            "gleiche Anfragen, Saat 7",
                            "ANFRAGE FÜR ANFRAGE",
                            "Schlüssel-Umzüge",
                            "besser");
            assertThat(said)
                    .doesNotContainPattern("(?i)\\b(dropped|requests?|better|worse|sooner|later|keys|mean|share)\\b");
            assertThat(comparing.telling().comparison().sides()).hasSize(4);
        } finally {
            Locale.setDefault(before);
        }
    }
}
