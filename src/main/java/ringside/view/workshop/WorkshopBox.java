package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.config.Place;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.lesson.workshop.Assembly;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workplace;
import ringside.lesson.workshop.Workshop;
import ringside.view.parts.Controls;

/** A configuration to be put together, written and run: first its servers, then its pieces or its text, then what came of it. */
public final class WorkshopBox extends VBox {
    private final LessonRun run;
    private final Block.Build block;
    private final Workbench bench;
    private final Runnable toNow;
    private final VBox work = new VBox(12);
    private final VBox writing = new VBox(8);
    private final Label done = Controls.paragraph("", "good", "strong");
    private Supplier<String> written = () -> "";
    private Optional<EditorPane> editor = Optional.empty();

    /**
     * A workshop of a lesson.
     *
     * @param toNow shows the present, when something is about to happen
     */
    public WorkshopBox(LessonRun run, Block.Build block, Workplace place, Runnable toNow) {
        super(12);
        this.run = run;
        this.block = block;
        this.bench = run.workbench(place);
        this.toNow = toNow;
        getStyleClass().addAll("inset", "workshop");
        done.setId("built");
        Controls.show(done, false);
        getChildren()
                .addAll(
                        Controls.label(
                                text("workshop.title", block.task().dialect().title()), "predict-title"),
                        Controls.paragraph(block.task().text()),
                        new ServersPane(bench, block.task().servers(), this::begin),
                        work,
                        done);
        if (bench.servers()
                .filter(servers -> servers.wanted().equals(block.task().servers()))
                .isPresent()) {
            begin();
        }
    }

    private void begin() {
        var task = bench.moved(block.task());
        var runs = new RunPane(bench, task, () -> written.get(), new RunPane.Steps() {
            @Override
            public void begun() {
                toNow.run();
            }

            @Override
            public void wrong(Place place) {
                edit(task, written.get());
                editor.ifPresent(pane -> pane.show(place));
            }

            @Override
            public void reached() {
                done.setText(task.done().orElse(text("workshop.done")));
                Controls.show(done, true);
                run.build(block);
            }
        });
        work.getChildren().setAll(writing, runs);
        if (task.pieces().isEmpty()) {
            edit(task, task.start());
        } else {
            assemble(task);
        }
    }

    private void assemble(Workshop task) {
        var assembly = new Assembly(task);
        editor = Optional.empty();
        written = assembly::text;
        var pieces = new PiecesPane(assembly);
        writing.getChildren().setAll(pieces, link("edit", "workshop.edit", () -> edit(task, assembly.text())));
    }

    private void edit(Workshop task, String begin) {
        if (editor.isEmpty()) {
            var pane = new EditorPane(task.dialect(), begin);
            editor = Optional.of(pane);
            written = pane::text;
            writing.getChildren().setAll(pane);
            if (!task.pieces().isEmpty()) {
                writing.getChildren().add(link("pieces", "workshop.pieces", () -> assemble(task)));
            }
            writing.getChildren().add(link("solve", "workshop.solve", () -> pane.text(task.solution())));
        }
    }

    private static Node link(String id, String key, Runnable action) {
        var link = new Hyperlink(text(key));
        link.setId(id);
        link.getStyleClass().add("small");
        link.setOnAction(_ -> action.run());
        return link;
    }
}
