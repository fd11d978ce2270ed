package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import ringside.engine.ServerId;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.view.parts.Segments;
import ringside.world.Command;
import ringside.world.Processes;
import ringside.world.ServerState;
import ringside.world.World;

/** How many processes of a server wait on one socket, and who of them is woken: for simulated worlds. */
final class ProcessesRow extends VBox {
    private static final Processes USUAL = new Processes(16, Processes.Wake.ONE, Processes.USUAL_COST);

    private final Show show;
    private final ServerId server;
    private final Numbers count;
    private final Segments<Processes.Wake> wake;

    ProcessesRow(Show show, ServerId server) {
        super(7);
        this.show = show;
        this.server = server;
        count = new Numbers(0, Processes.MOST, text("server.processes"), this::count);
        count.spinner().setId("processes");
        wake = new Segments<>(who -> set(new Processes(now().count(), who, now().cost())));
        wake.row(List.of(
                new Segments.Segment<>(Processes.Wake.ONE, "wake-one", text("server.wake.ONE")),
                new Segments.Segment<>(Processes.Wake.ALL, "wake-all", text("server.wake.ALL"))));
        getChildren().addAll(count.line(), wake);
        Controls.show(this, show.world().kind() == World.Kind.SIMULATED);
    }

    private Processes now() {
        return show.world()
                .scenario()
                .server(server)
                .flatMap(s -> s.processes())
                .orElse(USUAL);
    }

    private void count(int number) {
        if (number == 0) {
            show.apply(new Command.SetProcesses(server, Optional.empty()));
        } else {
            set(new Processes(number, now().wake(), now().cost()));
        }
    }

    private void set(Processes processes) {
        show.apply(new Command.SetProcesses(server, Optional.of(processes)));
    }

    /** Shows how they are set up. */
    void follow(ServerState state) {
        var processes = state.spec().processes();
        count.follow(processes.map(Processes::count).orElse(0));
        Controls.show(wake, processes.isPresent());
        wake.follow(processes.orElse(USUAL).wake());
    }
}
