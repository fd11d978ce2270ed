package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.config.Place;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.lesson.progress.Draft;
import ringside.lesson.workshop.Assembly;
import ringside.lesson.workshop.Servers;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workplace;
import ringside.lesson.workshop.Workshop;
import ringside.view.parts.Controls;
import ringside.view.parts.Soon;

/** A configuration to be put together, written and run: first its servers, then its pieces or its text, then what came of it. */
public final class WorkshopBox extends VBox {
    private final LessonRun run;
    private final Block.Build block;
    private final Workbench bench;
    private final Runnable toNow;
    private final Soon saving;
    private final VBox work = new VBox(12);
    private final VBox writing = new VBox(8);
    private final Label done = Controls.paragraph("", "good", "strong");
    private Supplier<String> configuration = () -> "";
    private Optional<EditorPane> editor = Optional.empty();

    /**
     * A workshop of a lesson.
     *
     * @param toNow shows the present, when something is about to happen
     * @param progressed keeps what was written
     */
    public WorkshopBox(LessonRun run, Block.Build block, Workplace place, Runnable toNow, Runnable progressed) {
        super(12);
        this.run = run;
        this.block = block;
        this.bench = run.workbench(place);
        this.toNow = toNow;
        saving = new Soon(this, progressed);
        getStyleClass().addAll("inset", "workshop");
        done.setId("built");
        Controls.show(done, false);
        var servers = new ServersPane(bench, block.task().servers(), this::begin);
        getChildren()
                .addAll(
                        Controls.label(
                                text("workshop.title", block.task().dialect().title()), "predict-title"),
                        Controls.paragraph(block.task().text()),
                        servers,
                        work,
                        done);
        if (there().isPresent()) {
            begin();
        } else {
            run.draft(block).filter(Draft::ours).ifPresent(draft -> servers.serve(draft.ports()));
        }
    }

    private Optional<Servers> there() {
        return bench.servers()
                .filter(servers -> servers.wanted().equals(block.task().servers()));
    }

    private void begin() {
        var task = bench.moved(block.task());
        var runs = new RunPane(bench, task, () -> configuration.get(), new RunPane.Steps() {
            @Override
            public void begun() {
                toNow.run();
            }

            @Override
            public void wrong(Place place) {
                write(task, configuration.get());
                editor.ifPresent(pane -> pane.show(place));
            }

            @Override
            public void reached() {
                tellBuilt(task);
                run.build(block);
            }
        });
        work.getChildren().setAll(writing, runs);
        editor = Optional.empty();
        var draft = run.draft(block);
        var text = draft.flatMap(Draft::text)
                .map(before -> bench.moved(before, draft.orElseThrow().ports()));
        if (text.isPresent() || task.pieces().isEmpty()) {
            edit(task, text.orElse(task.start()));
        } else {
            assemble(task);
        }
        if (run.built(block)) {
            tellBuilt(task);
        }
    }

    private void tellBuilt(Workshop task) {
        done.setText(task.done().orElse(text("workshop.done")));
        Controls.show(done, true);
    }

    private void assemble(Workshop task) {
        var assembly = new Assembly(task);
        assembly.lay(laid());
        editor = Optional.empty();
        configuration = assembly::text;
        var pieces = new PiecesPane(assembly, () -> keep(Optional.empty(), numbers(assembly)));
        writing.getChildren().setAll(pieces, link("edit", "workshop.edit", () -> write(task, assembly.text())));
    }

    private static List<Integer> numbers(Assembly assembly) {
        return assembly.laid().stream().map(Assembly.Piece::number).toList();
    }

    private List<Integer> laid() {
        return run.draft(block).map(Draft::laid).orElse(List.of());
    }

    private void write(Workshop task, String text) {
        edit(task, text);
        keep(Optional.of(text), laid());
    }

    private void edit(Workshop task, String begin) {
        if (editor.isEmpty()) {
            var pane = new EditorPane(task.dialect(), begin, now -> keep(Optional.of(now), laid()));
            editor = Optional.of(pane);
            configuration = pane::text;
            writing.getChildren().setAll(pane);
            if (!task.pieces().isEmpty()) {
                writing.getChildren().add(link("pieces", "workshop.pieces", () -> backToPieces(task)));
            }
            writing.getChildren().add(link("solve", "workshop.solve", () -> pane.text(task.solution())));
        }
    }

    private void backToPieces(Workshop task) {
        keep(Optional.empty(), laid());
        assemble(task);
    }

    private void keep(Optional<String> text, List<Integer> laid) {
        there().ifPresent(servers -> {
            run.write(
                    block, new Draft(text, laid, servers.ports(), servers.ours().isPresent()));
            saving.ask();
        });
    }

    private static Node link(String id, String key, Runnable action) {
        var link = new Hyperlink(text(key));
        link.setId(id);
        link.getStyleClass().add("small");
        link.setOnAction(_ -> action.run());
        return link;
    }
}
