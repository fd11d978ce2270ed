package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import ringside.config.Place;
import ringside.lesson.workshop.Goal;
import ringside.lesson.workshop.Report;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workplace;
import ringside.lesson.workshop.Workshop;
import ringside.view.parts.Controls;
import ringside.view.parts.CopyLine;
import ringside.view.parts.Reveal;

/** Runs a configuration on our engine or on the program itself, and shows what came of it. */
final class RunPane extends VBox {
    private final Workbench bench;
    private final Workshop task;
    private final Supplier<String> written;
    private final Steps steps;
    private final GoalList goals;
    private final Button engine = Controls.button(text("workshop.run.engine"), "do-button", this::onEngine);
    private final Button program = Controls.button("", "do-button", this::onProgram);
    private final Button stop = Controls.button(text("workshop.program.stop"), "quiet-button", this::stop);
    private final Button giveUp = Controls.button(text("workshop.give-up"), "quiet-button", this::giveUp);
    private final Label progress = Controls.paragraph("", "strong");
    private final Label problem = Controls.paragraph("", "bad");
    private final Label where = Controls.paragraph("", "muted", "small");
    private final CopyLine curl = new CopyLine();
    private final Label notes = Controls.paragraph("", "muted", "small");
    private final ProgramField field;
    private Optional<Workplace.Program> installed = Optional.empty();
    private Optional<Errand<Report>> running = Optional.empty();

    /** What follows from a run. */
    interface Steps {
        /** It begins: the picture should show the present. */
        void begun();

        /** Something is wrong at a place of the text. */
        void wrong(Place place);

        /** Every goal was reached. */
        void reached();
    }

    /** Runs whatever is written for a task. */
    RunPane(Workbench bench, Workshop task, Supplier<String> written, Steps steps) {
        super(9);
        this.bench = bench;
        this.task = task;
        this.written = written;
        this.steps = steps;
        goals = new GoalList(task.goals());
        field = new ProgramField(task.dialect(), bench, this::found);
        engine.setId("run-engine");
        program.setId("run-program");
        stop.setId("stop-program");
        giveUp.setId("give-up");
        progress.setId("progress");
        progress.textProperty().subscribe(_ -> running.ifPresent(_ -> Reveal.of(giveUp)));
        problem.setId("refused");
        getChildren()
                .addAll(
                        Controls.section(text("workshop.goals")),
                        goals,
                        new FlowPane(8, 8, engine, program),
                        field,
                        progress,
                        giveUp,
                        problem,
                        where,
                        curl,
                        stop,
                        notes);
        rest();
        Controls.show(program, false);
        Controls.show(field, false);
        Controls.show(stop, false);
        where(Optional.empty());
        Errand.send(() -> bench.program(task.dialect()), this::found, this::refuse);
    }

    private void found(Optional<Workplace.Program> there) {
        installed = there;
        there.ifPresent(p -> {
            program.setText(text("workshop.run.program", p.title()));
            program.setAccessibleText(program.getText());
        });
        Controls.show(program, there.isPresent());
        Controls.show(field, there.isEmpty());
    }

    private void onEngine() {
        run(listener -> bench.onEngine(task, written.get(), listener), text("workshop.engine"), false);
    }

    private void onProgram() {
        installed.ifPresent(p -> run(listener -> bench.onProgram(p, task, written.get(), listener), p.title(), true));
    }

    private void run(Function<Workbench.Listener, Report> how, String name, boolean child) {
        steps.begun();
        problem.setText("");
        Controls.show(problem, false);
        where(Optional.empty());
        goals.clear();
        var told = new Told();
        var errand = Errand.run(() -> how.apply(told), report -> show(report, name, child), this::refuse);
        told.to = Optional.of(errand);
        progress.textProperty().bind(errand.messageProperty());
        running = Optional.of(errand);
        engine.setDisable(true);
        program.setDisable(true);
        Controls.show(progress, true);
        Controls.show(giveUp, true);
        Reveal.of(giveUp);
    }

    /** Tells how far a run has come where it can be read. */
    private final class Told implements Workbench.Listener {
        private volatile Optional<Errand<Report>> to = Optional.empty();

        @Override
        public void begun(Goal goal) {
            to.ifPresent(errand -> errand.tell(text("workshop.looking", goals.words(goal))));
        }

        @Override
        public void asked(int server, boolean stopped) {
            var port = Integer.toString(server);
            to.ifPresent(errand -> errand.tell(text(stopped ? "workshop.stop" : "workshop.start", port)));
        }
    }

    private void rest() {
        running = Optional.empty();
        progress.textProperty().unbind();
        engine.setDisable(false);
        program.setDisable(false);
        Controls.show(progress, false);
        Controls.show(giveUp, false);
        Controls.show(problem, !problem.getText().isEmpty());
        Controls.show(notes, !notes.getText().isEmpty());
    }

    private void giveUp() {
        running.ifPresent(Errand::giveUp);
    }

    private void refuse(String why) {
        problem.setText(why);
        rest();
    }

    private void show(Report report, String name, boolean child) {
        notes.setText("");
        switch (report) {
            case Report.NotRun(var why, var place) -> {
                problem.setText(place.map(EditorPane::words).orElse("") + why);
                place.ifPresent(steps::wrong);
            }
            case Report.Graded graded -> {
                goals.show(graded);
                notes.setText(String.join("\n", graded.notes()));
                where(Optional.of(graded.where()));
                boolean moved = child && !graded.where().endsWith(":" + task.listen());
                where.setText(text("workshop.where", name, graded.where())
                        + (moved ? " " + text("workshop.where.moved", Integer.toString(task.listen())) : ""));
            }
        }
        Controls.show(stop, child && report instanceof Report.Graded);
        rest();
        Reveal.of(report instanceof Report.Graded ? goals : problem);
        if (report.good()) {
            steps.reached();
        }
    }

    private void where(Optional<String> url) {
        url.ifPresent(at -> curl.line("curl -i " + at.replace("http://", "") + "/"));
        Controls.show(where, url.isPresent());
        Controls.show(curl, url.isPresent());
    }

    private void stop() {
        Controls.show(stop, false);
        where(Optional.empty());
        Errand.send(
                () -> {
                    bench.stop();
                    return true;
                },
                _ -> {},
                this::refuse);
    }
}
