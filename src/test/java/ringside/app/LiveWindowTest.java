package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.workshop.LocalWorkplace;
import ringside.config.run.Run;
import ringside.config.run.RunFile;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.lesson.Lessons;
import ringside.lesson.progress.Notebook;
import ringside.lesson.progress.Progress;
import ringside.lesson.workshop.Workplace;
import ringside.net.LiveOptions;
import ringside.sim.Replay;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.view.shell.Memory;
import ringside.view.shell.Outside;
import ringside.view.shell.Shell;
import ringside.view.shell.Theatre;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Happening;
import ringside.world.RequestState;
import ringside.world.ServerState;
import ringside.world.World;

/** The window on a live world, wired as the program wires it: real sockets on whatever ports are free. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class LiveWindowTest {
    private static final int PATIENCE_SECONDS = 40;
    private static final ServerId B = new ServerId("B");

    @TempDir
    private Path certificates;

    private final Desk desk = new Desk();
    private Theatre theatre;
    private Shell shell;

    @Start
    void start(Stage stage) {
        theatre = new Theatre(
                new Worlds(LiveOptions.anywhere().showing(new CertificateFolder(certificates))),
                new Replay(),
                Memory.FRESH,
                Notebook.ofToday());
        shell = new Shell(theatre, desk);
        stage.setScene(shell.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, shell::close);
    }

    @Test
    void throwsAZombieOutAndTakesItBackOnceItIsWell(FxRobot robot) {
        var show = explore(robot);
        until("requests are answered", () -> show.snapshot().totals().answered() > 10);
        select(show, new Selection.OfServer(B));
        until("the inspector trusts it", () -> reads("up · 3 of 3"));

        press(robot, "#behaviour-zombie");
        until(
                "the checks throw it out",
                () -> server(show).filter(s -> !s.open()).isPresent());
        until("the inspector says so", () -> reads("down"));
        long whenOut = show.snapshot().sequence();
        assertThat(told(show, 0, new Happening.Ejected(B))).isTrue();

        press(robot, "#behaviour-healthy");
        until(
                "the checks take it back",
                () -> server(show).filter(ServerState::open).isPresent());
        until("the inspector says that too", () -> reads("up · 3 of 3"));
        assertThat(told(show, whenOut, new Happening.Readmitted(B))).isTrue();
        long chosen = server(show).orElseThrow().chosen();
        until("it is chosen again", () -> server(show).orElseThrow().chosen() > chosen);
    }

    @Test
    void savesALiveRunThatIsToldAgainInVirtualTime(FxRobot robot) {
        var live = explore(robot);
        until("requests are answered", () -> live.snapshot().totals().answered() > 10);
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        until("it is saved", () -> words("#banner .banner-text").equals("Saved as live.ringside."));
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        until(
                "it is open",
                () -> theatre.placeProperty().get().on().filter(s -> s != live).isPresent());
        var again = theatre.placeProperty().get().on().orElseThrow();
        assertThat(again.world().kind()).isEqualTo(World.Kind.SIMULATED);
        assertThat(words("#banner .banner-text")).startsWith("This run was live. It is told again in virtual time");
        var tape = RunFile.read("live.ringside", desk.file).tape();
        int came = tape.recording().orElseThrow().firstFrom(tape.nanos() + 1);
        assertThat(came).isGreaterThan(10);
        assertThat(again.world().timeline().at(tape.nanos()).totals().arrived()).isEqualTo(came);
    }

    @Test
    void findsARequestFromOutsideByTheNumberItGotBack(FxRobot robot) throws IOException {
        var show = explore(robot);
        assertThat(show.world().kind()).isEqualTo(World.Kind.LIVE);

        var answer = ask(show.world().entrance().orElseThrow() + "/cart");
        assertThat(answer.getResponseCode()).isEqualTo(200);
        long request = Long.parseLong(answer.getHeaderField("X-Ringside-Request"));
        var server = answer.getHeaderField("X-Ringside-Server");

        until(
                "it is on the stage",
                () -> show.snapshot()
                        .request(request)
                        .filter(r -> r.what().origin() == Happening.Origin.OUTSIDE
                                && r.end().isPresent())
                        .isPresent());
        assertThat(show.snapshot().outside()).extracting(RequestState::id).containsExactly(request);
        press(robot, "#outside .row");
        assertThat(show.selectionProperty().get()).isEqualTo(new Selection.OfRequest(request));
        until(
                "its reason is told",
                () -> words("#why-sentence")
                        .startsWith("Request " + request + " went to " + server + ": it was its turn"));
    }

    @Test
    void tellsHowItsClientsFareInTwoReadings(FxRobot robot) {
        var show = explore(robot);
        until("requests are answered", () -> show.world().load().orElseThrow().made() > 10);
        until("the inspector tells", () -> node("#load-claimed").isPresent() && reads("p99"));
        assertThat(reads("Counted from when each was meant to be sent; one that was dropped takes for ever."))
                .isTrue();
        var claimed = (ToggleButton) node("#load-claimed").orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(5000, claimed::fire);
        assertThat(reads("Counted from when each was sent, without those given up or dropped:"
                        + " what a tool reports that waits for its answers."))
                .isTrue();
    }

    @Test
    void theAddressFollowsTheLayerAndTheEncryption(FxRobot robot) {
        var show = explore(robot);
        var plain = words("#address");
        assertThat(plain).matches("127\\.0\\.0\\.1:\\d+");
        until("there is a line to copy", () -> words(".copy-text").equals("curl -i " + plain + "/cart"));

        apply(show, new HandlingCommand.SetTls(Handling.Tls.AT_BALANCER));
        until("it is encrypted", () -> words("#address").matches("https://127\\.0\\.0\\.1:\\d+"));
        until(
                "curl is told whom to trust",
                () -> words(".copy-text")
                        .equals("curl -i --cacert " + certificates + "/authority.pem " + words("#address") + "/cart"));
        until(
                "handshakes are counted",
                () -> spoken("#legs").matches(".*; handshakes: clients [1-9]\\d*, servers 0; .*"));

        apply(show, new HandlingCommand.SetTls(Handling.Tls.OFF));
        until("it is plain again", () -> words("#address").equals(plain));
        apply(show, new HandlingCommand.SetLayer(Handling.Layer.TCP));
        until(
                "another port is asked in layer 4",
                () -> words("#address").matches("127\\.0\\.0\\.1:\\d+")
                        && !words("#address").equals(plain));
        until("curl asks there", () -> words(".copy-text").equals("curl -i " + words("#address") + "/cart"));
    }

    @Test
    void actingInThePastShowsASimulationAndTheLiveWorldRunsOn(FxRobot robot) {
        var show = explore(robot);
        var live = show.world();
        until("requests are answered", () -> show.snapshot().totals().answered() > 10);
        assertThat(words(".badge")).isEqualTo("LIVE");
        robot.type(KeyCode.LEFT, 20);
        long then = show.nanosProperty().get();
        long arrived = show.snapshot().totals().arrived();

        apply(show, new Command.SetPolicy(PolicyChoice.of("textbook/two-choices")));
        until("a simulation is shown", () -> show.world().kind() == World.Kind.SIMULATED);
        assertThat(words(".badge")).isEqualTo("SIMULATED");
        assertThat(show.nanosProperty().get()).isEqualTo(then);
        assertThat(show.snapshot().totals().arrived()).isEqualTo(arrived);
        assertThat(words("#fork-told")).contains("requests that were captured").contains("runs on");
        assertThat(live.scenario().policy().id()).isEqualTo("textbook/round-robin");
        long before = live.timeline().nextSequence();
        until("the live world runs on", () -> live.timeline().nextSequence() > before + 20);

        press(robot, "#fork-back");
        until("the live world is shown", () -> show.world().equals(live));
        assertThat(show.atNowProperty().get()).isTrue();
        assertThat(words(".badge")).isEqualTo("LIVE");
    }

    private static void apply(Show show, Command command) {
        var outcome = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> show.apply(command));
        assertThat(outcome).isInstanceOf(World.Outcome.Done.class);
    }

    private String spoken(String query) {
        return node(query).map(Node::getAccessibleText).orElse("");
    }

    private void press(FxRobot robot, String query) {
        until(query + " is there", () -> node(query).isPresent());
        robot.clickOn(query);
    }

    private static HttpURLConnection ask(String address) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(10_000);
        return connection;
    }

    private Show explore(FxRobot robot) {
        press(robot, "#top-explore");
        press(robot, "#start-three-servers");
        until("the world is open", () -> theatre.placeProperty().get().on().isPresent());
        return theatre.placeProperty().get().on().orElseThrow();
    }

    private static void select(Show show, Selection selection) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> show.selectionProperty().set(selection));
    }

    private static Optional<ServerState> server(Show show) {
        return show.snapshot().server(B);
    }

    private static boolean told(Show show, long from, Happening what) {
        var timeline = show.world().timeline();
        return timeline.events(from, timeline.nextSequence()).stream()
                .anyMatch(e -> e.what().equals(what));
    }

    private boolean reads(String words) {
        return find(
                        "#inspector .label",
                        n -> n instanceof Labeled label && label.getText().equals(words))
                .isPresent();
    }

    private String words(String query) {
        return node(query).map(n -> ((Labeled) n).getText()).orElse("");
    }

    private Optional<Node> node(String query) {
        return find(query, _ -> true);
    }

    private Optional<Node> find(String query, Predicate<Node> wanted) {
        return shell.scene().getRoot().lookupAll(query).stream().filter(wanted).findFirst();
    }

    private static void until(String what, BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
    }

    /** The built-in lessons, one file, no browser. */
    private static final class Desk implements Outside {
        private volatile byte[] file = {};
        private volatile Optional<String> saved = Optional.empty();

        @Override
        public Workplace workplace() {
            return new LocalWorkplace(_ -> Optional.empty(), (_, _) -> {});
        }

        @Override
        public Lessons lessons() {
            return Lessons.builtIn();
        }

        @Override
        public Optional<String> askForLessons() {
            return Optional.empty();
        }

        @Override
        public Watched watch(String folder, Consumer<Lessons> told) {
            throw new AssertionError("nobody opened " + folder);
        }

        @Override
        public Optional<String> askForFile(Optional<String> near) {
            return saved;
        }

        @Override
        public Optional<String> askWhereToSave(String title, Optional<String> near) {
            return Optional.of("live.ringside");
        }

        @Override
        public Opened open(String path) {
            return new Opened.Saved(RunFile.read(path, file));
        }

        @Override
        public void save(String path, Run run) {
            file = RunFile.write(run, "Ringside");
            saved = Optional.of(path);
        }

        @Override
        public Optional<Sight> look(String path) {
            return Optional.empty();
        }

        @Override
        public Optional<String> askForProgress() {
            return Optional.empty();
        }

        @Override
        public Optional<String> askWhereToSaveProgress() {
            return Optional.empty();
        }

        @Override
        public Progress readProgress(String path) {
            throw new AssertionError("nobody asked for " + path);
        }

        @Override
        public void saveProgress(String path, Progress progress) {
            throw new AssertionError("nobody asked for " + path);
        }

        @Override
        public Optional<String> askForCards() {
            return Optional.empty();
        }

        @Override
        public Optional<String> askWhereToSaveCards() {
            return Optional.empty();
        }

        @Override
        public String readText(String path) {
            throw new AssertionError("nobody asked for " + path);
        }

        @Override
        public void saveText(String path, String text) {
            throw new AssertionError("nobody asked for " + path);
        }

        @Override
        public void browse(String link) {
            throw new AssertionError("nobody asked for " + link);
        }
    }
}
