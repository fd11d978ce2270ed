package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.lesson.Lesson;
import ringside.lesson.LessonFile;
import ringside.lesson.Lessons;
import ringside.lesson.Skeleton;

@ExtendWith(ApplicationExtension.class)
final class OwnLessonsTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Lesson lesson(String title) {
        return LessonFile.read("mine/lesson.md", Skeleton.text("mine").replace("Mine", title), Path.of("."));
    }

    private void saved(Lesson... lessons) {
        rig.desk.watching.orElseThrow().accept(new Lessons(List.of(lessons), List.of()));
    }

    private String place() {
        return rig.theatre.placeProperty().get().title();
    }

    private void open(FxRobot robot) {
        Rig.until("the way in is there", () -> rig.node("#own-open").isPresent());
        assertThat(rig.node("#own-trouble")).isEmpty();
        rig.tabTo(robot, "#own-open");
        robot.type(KeyCode.ENTER);
        Rig.until("it is watched", () -> rig.desk.watching.isPresent());
        saved(lesson("Mine"));
        Rig.until("the lesson is there", () -> rig.node("#own-mine").isPresent());
        Rig.until(
                "the keyboard goes on with it",
                () -> rig.node("#own-mine")
                        .equals(Optional.ofNullable(rig.shell.scene().getFocusOwner())));
    }

    @Test
    void aFolderIsOpenedAndALessonThatIsSavedIsTakenUpWhereItIs(FxRobot robot) {
        open(robot);
        robot.interact(() -> rig.theatre.learn(lesson("Mine")));
        Rig.until("it is on", () -> rig.theatre.placeProperty().get() instanceof Place.Learning);
        saved(lesson("Ours"));
        Rig.until(
                "it was taken up",
                () -> place().equals("Ours") && rig.theatre.placeProperty().get() instanceof Place.Learning);

        rig.desk.watching.orElseThrow().accept(new Lessons(List.of(), List.of("mine/lesson.md:5:8: `level` is fun")));
        Rig.until(
                "it stays while it can't be read",
                () -> rig.theatre.own().lessons().isEmpty());
        assertThat(place()).isEqualTo("Ours");
        Rig.until(
                "the author is told in the lesson",
                () -> rig.words("#own-trouble .banner-text")
                        .equals("What you saved last can’t be read, so this is the lesson as it was before."
                                + " mine/lesson.md:5:8: `level` is fun"));
        saved(lesson("Ours"));
        Rig.until("all is well", () -> rig.node("#own-trouble").isEmpty());
        rig.desk.watching.orElseThrow().accept(new Lessons(List.of(), List.of("mine/lesson.md:5:8: `level` is fun")));

        robot.interact(() -> rig.theatre.home());
        Rig.until(
                "what is wrong is told", () -> rig.words(".own-problem").equals("mine/lesson.md:5:8: `level` is fun"));
        robot.interact(() -> rig.theatre.own().close());
        Rig.until(
                "nobody watches",
                () -> rig.desk.watching.isEmpty() && rig.node("#own-open").isPresent());
    }

    private String prose() {
        return rig.shell.scene().getRoot().lookupAll(".prose .text").stream()
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }

    private double told() {
        return Double.parseDouble(prose().replaceAll("[^0-9.]", "").replaceAll("[.]$", ""));
    }

    @Test
    void factsInProseFollowTheWorldAndStayAsTheyWereOnceTheirStepIsLeft(FxRobot robot) {
        var head = Skeleton.text("mine").split("(?m)^# ", 2)[0].replace("none", "{constant: 10/s}");
        var lesson = LessonFile.read(
                "mine/lesson.md", head + "## One\nBy now {arrived} requests.\n\n## Two\nOver.\n", Path.of("."));
        robot.interact(() -> rig.theatre.learn(lesson));
        Rig.until("it is on", () -> rig.theatre.placeProperty().get() instanceof Place.Learning);
        var place = (Place.Learning) rig.theatre.placeProperty().get();
        robot.interact(() -> place.show().playingProperty().set(true));
        Rig.until("requests are counted in the text", () -> prose().startsWith("By now ") && told() > 5);
        robot.clickOn("#lesson-next");
        Rig.until("the next step is there", () -> prose().equals("Over."));
        robot.clickOn("#lesson-back");
        Rig.until("the step is read again", () -> prose().startsWith("By now "));
        double left = told();
        robot.interact(() -> place.show().playingProperty().set(true));
        Rig.until(
                "more came", () -> place.run().facts().of("arrived", List.of()).number() > left + 5);
        assertThat(told()).isEqualTo(left);
    }
}
