package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.lesson.Block;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.OwnCard;
import ringside.lesson.review.Plan;

@ExtendWith(ApplicationExtension.class)
final class ReviewTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** The end of lessons was reached: their cards may be asked. */
    private void learnt(String... lessons) {
        Rig.until("the lessons are read", () -> !rig.theatre.lessons().isEmpty());
        onFx(() -> {
            for (var lesson : lessons) {
                rig.theatre.note(p -> p.with(lesson, done()));
            }
            rig.theatre.cards().count();
        });
    }

    private static LessonNotes done() {
        return new LessonNotes(9, true, 1, 1, 1, List.of(), Optional.empty());
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(5000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void plan(int fresh) {
        onFx(() -> rig.theatre.cards().planProperty().set(new Plan(0.9, fresh)));
    }

    private void own(String... names) {
        for (var name : names) {
            onFx(() -> rig.theatre
                    .cards()
                    .keep(new OwnCard(name, "", "What of " + name + "?", "That.", 1, Optional.empty())));
        }
    }

    @Test
    void countsWhatIsDueOnTheFirstScreenAndInTheTopBar(FxRobot robot) {
        assertThat(rig.words("#top-review")).isEqualTo("Review");
        assertThat(rig.node("#review-due-cards")).isEmpty();
        plan(3);
        learnt("round-robin");
        assertThat(rig.words("#top-review")).isEqualTo("Review · 3");
        assertThat(rig.words("#review-due-cards")).isEqualTo("Review: 3 cards are due");
        robot.clickOn("#review-due-cards");
        Rig.until("a card is asked", () -> rig.node("#review-front").isPresent());
    }

    @Test
    void asksAnswersAndGradesWithTheMouse(FxRobot robot) {
        plan(3);
        learnt("round-robin");
        robot.clickOn("#top-review");
        for (int left = 3; left > 0; left--) {
            var front = rig.words("#review-front");
            if (rig.node("#review-field").isPresent()) {
                robot.clickOn("#review-field").write("12345");
            }
            rig.node("#review-card .radio-button").ifPresent(robot::clickOn);
            robot.clickOn("#review-answer");
            Rig.until("the grades are there", () -> rig.node("#grade-easy").isPresent());
            robot.clickOn("#grade-easy");
            Rig.until(
                    "another card or none is there",
                    () -> !rig.words("#review-front").equals(front));
            int due = left - 1;
            assertThat(rig.words("#top-review")).isEqualTo(due > 0 ? "Review · " + due : "Review");
        }
        assertThat(rig.words("#review-summary")).isEqualTo("3 cards answered: Easy 3.");
        assertThat(rig.words("#review-next")).startsWith("The next card comes in");
        assertThat(rig.theatre.progressProperty().get().reviews()).hasSize(3);
    }

    @Test
    void asksAnswersAndGradesWithTheKeyboardAndTakesAGradeBack(FxRobot robot) {
        plan(2);
        own("own/1", "own/2");
        robot.clickOn("#top-review");
        var first = rig.words("#review-front");
        robot.type(KeyCode.SPACE);
        Rig.until("the answer is there", () -> rig.node("#review-back").isPresent());
        robot.type(KeyCode.DIGIT4);
        Rig.until("the next card is there", () -> !rig.words("#review-front").equals(first));
        assertThat(rig.words("#review-left")).isEqualTo("the last one");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        Rig.until("the first card is back", () -> rig.words("#review-front").equals(first));
        assertThat(rig.theatre.progressProperty().get().reviews()).isEmpty();
        robot.type(KeyCode.ENTER);
        Rig.until("the answer is there", () -> rig.node("#grade-good").isPresent());
        robot.type(KeyCode.ENTER);
        Rig.until("the next card is there", () -> !rig.words("#review-front").equals(first));
        assertThat(rig.theatre.progressProperty().get().reviews().values())
                .singleElement()
                .satisfies(all -> assertThat(all)
                        .singleElement()
                        .satisfies(r -> assertThat(r.grade()).isEqualTo(3)));
        robot.type(KeyCode.B);
        Rig.until("nothing is left", () -> rig.node("#review-rest").isPresent());
        assertThat(rig.theatre.progressProperty().get().out()).hasSize(1);
    }

    private void ask(String name) {
        Rig.until("the lessons are read", () -> !rig.theatre.lessons().isEmpty());
        onFx(rig.theatre::review);
        onFx(() -> ((Place.Reviewing) rig.theatre.placeProperty().get())
                .reviewing()
                .ask(List.of(name)));
    }

    @Test
    void explainsAWrongChoiceWithTheCountersAndShowsTheStage(FxRobot robot) {
        ask("which-server-next/fewest-in-hand");
        assertThat(rig.words("#review-front")).contains("A has 7 in hand, B 3 and C 5");
        assertThat(rig.node("#review-stage")).isPresent();
        robot.type(KeyCode.DIGIT1);
        robot.type(KeyCode.ENTER);
        Rig.until("it was judged", () -> rig.node("#review-verdict").isPresent());
        assertThat(rig.words("#review-why")).isEqualTo("It went to B, which had the fewest in hand.");
        assertThat(rig.node("#grade-again.suggested")).isPresent();
    }

    @Test
    void judgesATypedNumberAndSaysWhatItDoesNotUnderstand(FxRobot robot) {
        ask("ring-and-remainders/four-to-three");
        robot.clickOn("#review-field").write("many").type(KeyCode.ENTER);
        assertThat(rig.words("#review-problem")).isEqualTo("Write a number, such as 250.");
        robot.eraseText(4).write("760").type(KeyCode.ENTER);
        Rig.until("it was judged", () -> rig.node("#review-verdict").isPresent());
        assertThat(rig.words("#review-why")).startsWith("750.");
        assertThat(rig.node("#grade-good.suggested")).isPresent();
    }

    @Test
    void putsThingsInOrder(FxRobot robot) {
        ask("shares/slow-under-fewest");
        robot.clickOn("#up-C").clickOn("#up-C").clickOn("#up-B");
        robot.clickOn("#review-answer");
        Rig.until("it was judged", () -> rig.node("#review-verdict").isPresent());
        assertThat(rig.node("#grade-good.suggested")).isPresent();
    }

    @Test
    void listsAllCardsAndLeavesSomeOut(FxRobot robot) {
        learnt("round-robin");
        onFx(rig.theatre::review);
        robot.clickOn("#review-all");
        Rig.until("the list is there", () -> rig.node("#cards").isPresent());
        robot.clickOn("#card-find").write("ninety zebras");
        assertThat(table().getItems()).isEmpty();
        robot.eraseText("ninety zebras".length()).write("least in hand");
        Rig.until("it is found", () -> !table().getItems().isEmpty());
        onFx(() -> table().getSelectionModel().select(0));
        robot.clickOn("#review-suspend");
        assertThat(rig.theatre.progressProperty().get().out()).hasSize(1);
        robot.clickOn("#review-suspend");
        assertThat(rig.theatre.progressProperty().get().out()).isEmpty();
        robot.clickOn("#review-ask");
        Rig.until("it is asked", () -> rig.node("#review-front").isPresent());
    }

    private TableView<?> table() {
        return (TableView<?>) rig.node("#cards").orElseThrow();
    }

    @Test
    void tellsWhatAPlanCosts(FxRobot robot) {
        onFx(rig.theatre::review);
        assertThat(rig.words("#review-next")).startsWith("Cards come from lessons");
        robot.clickOn("#review-plan");
        Rig.until("the plan is there", () -> rig.node("#plan-retention").isPresent());
        robot.clickOn("#plan-retention");
        onFx(() -> ((javafx.scene.control.Slider) rig.node("#plan-retention").orElseThrow()).setValue(97));
        assertThat(rig.theatre.cards().planProperty().get().retention()).isEqualTo(0.97);
    }

    @Test
    void givesAndTakesCardsAsText(FxRobot robot) {
        var own = new OwnCard("own/1", "", "2 < 3 & \"so\"?", "yes\nor no", 1, Optional.empty());
        onFx(() -> rig.theatre.cards().keep(own));
        learnt("round-robin");
        rig.desk.chosen = Optional.of("cards.txt");
        onFx(rig.theatre::review);
        robot.clickOn("#review-all").clickOn("#review-export");
        Rig.until("it is written", () -> rig.desk.files.containsKey("cards.txt"));
        var text = new String(rig.desk.files.getOrDefault("cards.txt", new byte[0]), StandardCharsets.UTF_8);
        assertThat(text).startsWith("#separator:tab\n#html:true\n#columns:Front\tBack\tDeck\tTags\n");
        assertThat(text)
                .contains("2 &lt; 3 &amp; &quot;so&quot;?\tyes<br>or no\tRingside::Your own\tringside::own/1\n");
        assertThat(text.lines().count()).isGreaterThan(80);
        Rig.until("it says so", () -> rig.node("#problem").isPresent());
        onFx(() -> rig.theatre.note(p -> p.withoutCard("own/1")));
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#review-import");
        Rig.until(
                "it was taken",
                () -> rig.theatre.progressProperty().get().cards().containsKey("own/1"));
        assertThat(rig.theatre.progressProperty().get().cards()).hasSize(1);
        assertThat(Objects.requireNonNull(
                                rig.theatre.progressProperty().get().cards().get("own/1"))
                        .back())
                .isEqualTo("yes\nor no");
    }

    @Test
    void keepsAWrongPredictionAsACardThatShowsItsMoment(FxRobot robot) {
        var place = rig.learn("the-ring");
        var asked = place.run().step().blocks(Block.Predict.class).getFirst();
        onFx(() -> place.run().predict(asked, "1"));
        var leave = place.run().step().blocks(Block.Do.class).getFirst();
        onFx(() -> place.show().act(() -> place.run().press(leave)));
        Rig.until(
                "it was judged",
                () -> place.run().prediction(asked).orElseThrow().verdict().isPresent());
        Rig.until("it can be kept", () -> rig.node(".keep-card").isPresent());
        onFx(() -> ((Button) rig.node(".keep-card").orElseThrow()).fire());
        assertThat(rig.words(".keep-card")).isEqualTo("Kept as a card");
        var card = rig.theatre.progressProperty().get().cards().values().stream()
                .findFirst()
                .orElseThrow();
        assertThat(card.lesson()).isEqualTo("the-ring");
        assertThat(card.back()).contains("You had said: 1 %");
        assertThat(card.moment().orElseThrow().deeds()).doesNotContain("remove").doesNotContain("drain");
        ask(card.id());
        Rig.until("it is asked", () -> rig.words("#review-front").equals(card.front()));
        assertThat(rig.node("#review-stage")).isPresent();
        robot.type(KeyCode.SPACE);
        Rig.until("the answer is there", () -> rig.node("#review-back").isPresent());
    }
}
