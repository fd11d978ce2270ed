package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.concurrent.ScheduledService;
import javafx.concurrent.Task;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import ringside.lesson.workshop.Servers;
import ringside.lesson.workshop.Workbench;
import ringside.view.parts.Controls;
import ringside.view.parts.CopyLine;

/** The servers behind the proxy: the learner's own, which are seen to come up, or ours at a press. */
final class ServersPane extends VBox {
    private static final Duration BETWEEN = Duration.seconds(0.7);

    private final Workbench bench;
    private final List<Integer> wanted;
    private final Runnable chosen;
    private final List<Label> states = new ArrayList<>();
    private final Label trouble = Controls.paragraph("", "bad", "small");
    private final Looks looks = new Looks();
    private boolean starting;

    /** Servers at these ports; what is given is run whenever others were chosen. */
    ServersPane(Workbench bench, List<Integer> wanted, Runnable chosen) {
        super(6);
        this.bench = bench;
        this.wanted = wanted;
        this.chosen = chosen;
        setId("servers");
        fill();
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                looks.cancel();
            } else {
                looks.restart();
            }
        });
    }

    private Optional<Servers> present() {
        return bench.servers().filter(servers -> servers.wanted().equals(wanted));
    }

    private List<Integer> ports() {
        return present().map(Servers::ports).orElse(wanted);
    }

    private void fill() {
        states.clear();
        getChildren().setAll(Controls.section(text("workshop.servers")));
        boolean open = present().isEmpty();
        for (int i = 0; i < wanted.size(); i++) {
            getChildren().add(row(i));
            if (open) {
                var line = new CopyLine();
                line.line("python3 -m http.server " + wanted.get(i) + " --bind 127.0.0.1");
                getChildren().add(line);
            }
        }
        if (open) {
            getChildren().add(Controls.paragraph(text("workshop.servers.how"), "muted", "small"));
            getChildren().add(serveButton());
        }
        Controls.show(trouble, false);
        getChildren().add(trouble);
    }

    private Button serveButton() {
        var serve = Controls.button(text("workshop.servers.serve"), "do-button", this::serve);
        serve.setId("serve");
        serve.setMaxWidth(Double.MAX_VALUE);
        return serve;
    }

    private HBox row(int place) {
        int asked = wanted.get(place);
        int port = ports().get(place);
        var name = Controls.label("127.0.0.1:" + port, "mono");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var state = Controls.paragraph(text("workshop.server.unknown"), "small", "muted");
        state.setId("server-" + asked);
        HBox.setHgrow(state, Priority.ALWAYS);
        states.add(state);
        var row = new HBox(10, name, state);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private void serve() {
        serve(wanted);
    }

    /** Starts servers of ours at these ports, where they are free. */
    void serve(List<Integer> at) {
        starting = true;
        Errand.send(
                () -> {
                    bench.serve(wanted, at);
                    return true;
                },
                _ -> choose(),
                this::fail);
    }

    private void choose() {
        starting = false;
        fill();
        chosen.run();
    }

    private void fail(String why) {
        starting = false;
        trouble.setText(why);
        Controls.show(trouble, true);
    }

    private void show(List<Boolean> up) {
        if (!starting && present().isEmpty() && up.stream().allMatch(Boolean::booleanValue)) {
            bench.take(wanted);
            choose();
            return;
        }
        for (int i = 0; i < Math.min(up.size(), states.size()); i++) {
            var state = states.get(i);
            state.setText(words(i, up.get(i)));
            Controls.style(state, "good", up.get(i));
            Controls.style(state, "muted", !up.get(i));
        }
    }

    private String words(int place, boolean up) {
        int asked = wanted.get(place);
        if (!up) {
            return text("workshop.server.down");
        }
        boolean ours = present().flatMap(Servers::ours).isPresent();
        if (ours && ports().get(place) != asked) {
            return text("workshop.server.moved", Integer.toString(asked));
        }
        return text(ours ? "workshop.server.ours" : "workshop.server.up");
    }

    /** Looks again and again which of them take connections. */
    private final class Looks extends ScheduledService<List<Boolean>> {
        private Looks() {
            setPeriod(BETWEEN);
            setExecutor(run -> Thread.ofVirtual().name("looking for servers").start(run));
            setOnSucceeded(_ -> show(getValue()));
        }

        @Override
        protected Task<List<Boolean>> createTask() {
            var asked = ports();
            return new Task<>() {
                @Override
                protected List<Boolean> call() {
                    return asked.stream().map(bench::up).toList();
                }
            };
        }
    }
}
